/** The home page's picture: cards looking out of a stitched pocket. Colours come from the style sheet. */
export function PocketPicture() {
  return (
    <svg class="pocket-picture" viewBox="0 0 360 300" aria-hidden="true" focusable="false">
      <g class="pic-card back" transform="rotate(-9 120 150)">
        <rect x="64" y="44" width="124" height="170" rx="14" />
        <path class="pic-line strong" d="M84 74h58" />
        <path class="pic-line" d="M84 96h84M84 114h72" />
      </g>
      <g class="pic-card" transform="rotate(8 250 150)">
        <rect x="184" y="34" width="124" height="180" rx="14" />
        <circle class="pic-dot" cx="214" cy="66" r="10" />
        <path class="pic-line strong" d="M236 66h48" />
        <path class="pic-line" d="M204 94h84M204 112h64" />
      </g>
      <g class="pic-card front">
        <rect x="116" y="16" width="132" height="190" rx="14" />
        <path class="pic-line strong" d="M138 48h66" />
        <rect class="pic-mark" x="134" y="66" width="96" height="18" rx="6" />
        <path class="pic-line" d="M138 75h86M138 100h88M138 118h70" />
      </g>
      <path class="pic-pocket" d="M36 132h288v68a88 88 0 0 1-88 88H124a88 88 0 0 1-88-88v-68Z" />
      <path class="pic-hem" d="M36 132h288v22H36z" />
      <path class="pic-stitch" d="M50 166v34a74 74 0 0 0 74 74h112a74 74 0 0 0 74-74v-34M50 143h260" />
      <path class="pic-question" d="M165 203c1-11 8-17 17-17 10 0 17 6 17 15 0 12-17 12.5-17 24M182 239v.5" />
    </svg>
  );
}
