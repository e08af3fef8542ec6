import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { CACHE_KINDS, cacheName } from "../src/storage/caches";
import { databaseName, STORE_NAMES } from "../src/storage/database";
import { DEVICE_KEYS, storageName } from "../src/ui/behaviour/device-keys";
import { deviceEn } from "../src/ui/strings/device-en";

const BEGIN = "<!-- facts: written by tools/device-facts.ts -->";
const END = "<!-- end of facts -->";

/** Everything a site at `/help/` may leave on a device, as a table: from the same lists that "Your data" is made of. */
export function deviceFacts(base = "/help/"): string {
  const { dataKeys, dataPlaces } = deviceEn;
  const rows = [
    ...DEVICE_KEYS.map((key) => ({ words: dataKeys[key], where: `localStorage \`${storageName(key, base)}\`` })),
    ...STORE_NAMES.map((name) => ({
      words: dataPlaces[name],
      where: `IndexedDB \`${databaseName(base)}\`, \`${name}\``,
    })),
    ...CACHE_KINDS.map((kind) => ({ words: dataPlaces[kind], where: `Cache Storage \`${cacheName(base, kind)}\`` })),
  ];
  return [
    "| What | Why | Where |",
    "|---|---|---|",
    ...rows.map(({ words, where }) => `| ${words.name} | ${words.why} | ${where} |`),
  ].join("\n");
}

/** A document with its facts as they are now. */
export function withFacts(text: string): string {
  const [before = "", rest = ""] = text.split(BEGIN);
  const after = rest.split(END)[1] ?? "";
  return `${before}${BEGIN}\n\n${deviceFacts()}\n\n${END}${after}`;
}

// `npx tsx tools/device-facts.ts` brings docs/privacy.md up to date.
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = new URL("../docs/privacy.md", import.meta.url);
  writeFileSync(file, withFacts(readFileSync(file, "utf8")));
}
