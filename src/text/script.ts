/** Han ideographs, with the repetition mark 々 and the zero 〇, which stand inside Han words. */
const HAN = /[\p{Script=Han}々〇]/u;
const HAN_ALL = /[\p{Script=Han}々〇]/gu;
const LETTERS = /\p{L}/gu;

/** Whether a character (one code point) is written in Han script. */
export function isHan(character: string): boolean {
  return HAN.test(character);
}

/**
 * How much of a text is Han script, 0..1: Han characters among all letters. Digits, marks and white
 * space count for neither side, so a Chinese page full of numbers stays Chinese; 0 without letters.
 */
export function hanShare(text: string): number {
  const letters = text.match(LETTERS)?.length ?? 0;
  if (letters === 0) return 0;
  return Math.min(1, (text.match(HAN_ALL)?.length ?? 0) / letters);
}
