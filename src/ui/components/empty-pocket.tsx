/** Nothing found: the pocket without a card. */
export function EmptyPocket() {
  return (
    <svg class="pocket-picture empty-pocket" viewBox="30 96 300 200" aria-hidden="true" focusable="false">
      <path class="pic-card-ghost" d="M132 128v-12a12 12 0 0 1 12-12h72a12 12 0 0 1 12 12v12" />
      <path class="pic-pocket" d="M36 132h288v68a88 88 0 0 1-88 88H124a88 88 0 0 1-88-88v-68Z" />
      <path class="pic-hem" d="M36 132h288v22H36z" />
      <path class="pic-stitch" d="M50 166v34a74 74 0 0 0 74 74h112a74 74 0 0 0 74-74v-34M50 143h260" />
      <path class="pic-question" d="M158 196v.5M206 196v.5M160 240c6-9 13-13 22-13s16 4 22 13" />
    </svg>
  );
}
