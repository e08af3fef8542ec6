/** An address as it stands in angle brackets. */
export function address(target: string): string {
  return target.replace(/[<>\\]/g, "");
}

export function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, "\\$&");
}

/** An image whose address says that another article's body belongs here. */
export function embed(mark: string, target: string): string {
  return `![](<${mark}${address(target)}>)`;
}
