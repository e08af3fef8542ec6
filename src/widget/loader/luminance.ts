/**
 * Above it black can be read on a colour, up to it white: both with a contrast of 4.5 or more, as WCAG 2.2 AA asks of
 * text. Between 0.175 and 0.183 either would do.
 */
export const BLACK_FROM = 0.179;

/**
 * Relative luminance as WCAG defines it, 0..1, but for its straight piece near black: at most 0.001 too much.
 *
 * @param color as `getComputedStyle` gives what was set as `color(from … srgb r g b)`: `color(srgb 0.06 0.42 0.36)`
 */
export function luminance(color: string): number {
  const channels = color.match(/-?[\d.]+(e-?\d+)?/g) ?? [];
  // Colours beyond sRGB have channels beyond its range.
  const within = (channel = "0") => Math.min(Math.max(+channel, 0), 1);
  return [0.2126, 0.7152, 0.0722].reduce(
    (sum, share, at) => sum + share * ((within(channels[at]) + 0.055) / 1.055) ** 2.4,
    0,
  );
}
