import type { QrDrawing } from "./qr-code";

interface QrImageProps {
  readonly drawing: QrDrawing;
  /** What it says, for those who do not see it. */
  readonly alt: string;
}

/** Dark on light, whatever the page's colours: many phones read nothing else. */
export function QrImage({ drawing: { size, path }, alt }: QrImageProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={alt}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
