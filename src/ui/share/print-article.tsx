import { render } from "preact";
import type { QrDrawing } from "./qr-code";
import { QrImage } from "./qr-image";

/** A drawn address. */
interface PrintedCode {
  readonly drawing: QrDrawing;
  readonly alt: string;
}

/** Prints the page that is open, with its address as a QR code in a corner. */
export function printArticle(code: PrintedCode | undefined): void {
  const line = document.querySelector("[data-print]");
  if (line && code) {
    const corner = document.createElement("div");
    corner.className = "print-code";
    render(<QrImage {...code} />, corner);
    line.before(corner);
    addEventListener("afterprint", () => corner.remove(), { once: true });
  }
  print();
}
