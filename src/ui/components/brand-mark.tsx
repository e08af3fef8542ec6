/** The product's mark: a card in a stitched pocket. Stands in where the centre has no logo of its own. */
export function BrandMark({ size = 30 }: { readonly size?: number }) {
  return (
    <svg class="brand-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="mark-card" x="8.5" y="3" width="15" height="16" rx="3" />
      <path class="mark-line" d="M12.5 7.75h7" />
      <path class="mark-pocket" d="M4 12h24v7.5a9.5 9.5 0 0 1-9.5 9.5h-5A9.5 9.5 0 0 1 4 19.5V12Z" />
      <path
        class="mark-stitch"
        pathLength="25"
        d="M7.25 15.5v4a6.25 6.25 0 0 0 6.25 6.25h5a6.25 6.25 0 0 0 6.25-6.25v-4"
      />
    </svg>
  );
}
