import { describe, expect, it } from "vitest";
import { DEVICE_PLACES } from "../../../../src/client/offline/device-data";
import { DEVICE_KEYS } from "../../../../src/ui/behaviour/device-keys";
import { wordsOf } from "../../../../src/ui/offline/not-on-device";
import { deviceEn } from "../../../../src/ui/strings/device-en";
import { deviceZh } from "../../../../src/ui/strings/device-zh";
import { formatBytes, formatMoment } from "../../../../src/ui/strings/sizes";

/** Every leaf with its words, functions called with something in every gap. */
function leaves(value: object, path = ""): [string, string][] {
  return Object.entries(value).flatMap(([key, leaf]): [string, string][] => {
    if (typeof leaf === "object" && leaf !== null) return leaves(leaf, `${path}${key}.`);
    return [[path + key, String(typeof leaf === "function" ? leaf(2, 3) : leaf)]];
  });
}

describe("the words about this device", () => {
  it("have the same keys in both languages, none empty, the Chinese ones Chinese", () => {
    expect(leaves(deviceZh).map(([key]) => key)).toEqual(leaves(deviceEn).map(([key]) => key));
    for (const [key, text] of leaves(deviceEn)) expect(text.trim(), key).not.toBe("");
    for (const [key, text] of leaves(deviceZh)) expect(text, key).toMatch(/\p{Script=Han}/u);
  });

  it("name every key and every place that the code can write to, once", () => {
    for (const words of [deviceEn, deviceZh]) {
      expect(Object.keys(words.dataKeys).sort()).toEqual([...DEVICE_KEYS].sort());
      expect(Object.keys(words.dataPlaces).sort()).toEqual([...DEVICE_PLACES].sort());
      const names = [...Object.values(words.dataKeys), ...Object.values(words.dataPlaces)].map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe("formatBytes", () => {
  it.each([
    [0, "en", "0 bytes"],
    [173, "en", "173 bytes"],
    [1000, "en", "1 kB"],
    [340_400, "en", "340 kB"],
    [1_240_000, "en", "1.2 MB"],
    [10_700_000_000, "en", "10.7 GB"],
    [340_400, "zh", "340 kB"],
  ])("%d in %s is %s", (bytes, locale, words) => expect(formatBytes(bytes, locale)).toBe(words));
});

it("gives the year of a moment only when it is another one", () => {
  const at = new Date(2026, 10, 12).getTime();
  expect(formatMoment(at, "en", new Date(2026, 11, 1))).toBe("Nov 12");
  expect(formatMoment(at, "en", new Date(2027, 0, 1))).toBe("Nov 12, 2026");
  expect(formatMoment(at, "zh", new Date(2026, 11, 1))).toBe("11月12日");
});

it.each([
  ["/help/en/orders/track-an-order/", "track an order"],
  ["/zh/%E9%80%80%E8%B4%A7/%E5%A6%82%E4%BD%95%E9%80%80%E8%B4%A7/", "如何退货"],
  ["/old/track_it.html", "track it"],
  ["/%E9%80/", "%E9%80"],
  ["/", ""],
])("searches %s as %j", (path, words) => expect(wordsOf(path)).toBe(words));
