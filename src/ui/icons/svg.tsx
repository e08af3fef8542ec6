import type { ComponentChildren } from "preact";

export interface IconProps {
  /** CSS pixels; the grid is 24 x 24. */
  readonly size?: number;
  readonly class?: string;
}

/** The frame every icon is drawn in: 24-unit grid, 1.5 stroke, round ends, silent to screen readers. */
export function Svg({ size = 20, class: name, children }: IconProps & { readonly children: ComponentChildren }) {
  return (
    <svg
      class={name ? `icon ${name}` : "icon"}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}
