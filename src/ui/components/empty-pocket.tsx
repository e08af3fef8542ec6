/** Nothing found: the place of the card in the pocket is empty. */
export function EmptyPocket() {
  return (
    <svg class="pocket-picture empty-pocket" viewBox="30 8 300 284" aria-hidden="true" focusable="false">
      <rect class="pic-ghost" x="112" y="14" width="136" height="150" rx="16" />
      <path class="pic-ghost-mark" d="M163 63c1-11 8-17 17-17 10 0 17 6 17 15 0 12-17 12.5-17 24M180 99v.5" />
      <path class="pic-pocket" d="M36 132h288v68a88 88 0 0 1-88 88H124a88 88 0 0 1-88-88v-68Z" />
      <path class="pic-hem" d="M36 132h288v22H36z" />
      <path class="pic-stitch" d="M50 166v34a74 74 0 0 0 74 74h112a74 74 0 0 0 74-74v-34M50 143h260" />
    </svg>
  );
}
