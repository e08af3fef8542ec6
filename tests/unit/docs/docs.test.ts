import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { checkContent } from "../../../src/pipeline/check";
import { OWN_KEYS } from "../../../src/pipeline/markdown/front-matter/front-matter-keys";
import { withFacts } from "../../../tools/device-facts";
import { folderWith } from "../../support/folders";

const ROOT = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
/** Code blocks of one language, in order. */
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map((match) => match[1] ?? "");
const pages = [
  "README.md",
  ...readdirSync(join(ROOT, "docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
];

test("the privacy page lists what the device keeps, as the code has it (npx tsx tools/device-facts.ts)", () => {
  const text = read("docs/privacy.md");
  expect(text).toBe(withFacts(text));
});

test.each(pages)("links and pictures of %s lead somewhere", (page) => {
  const examples = ["markdown", "html"].flatMap((language) => blocks(read(page), language));
  const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
    .map((match) => match[1] ?? match[2] ?? "")
    .filter((target) => !/^(https?:|#|mailto:)/.test(target) && !examples.some((code) => code.includes(target)));
  const missing = targets.filter((target) => !existsSync(join(ROOT, dirname(page), target.replace(/#.*$/, ""))));
  expect(missing.filter((target) => !/iframe|help\.example|\.\.\/\.\.\//.test(target))).toEqual([]);
});

describe("docs/writing.md", () => {
  const text = read("docs/writing.md");

  it("names every key of the front matter, and no other", () => {
    const keys = [...(blocks(text, "yaml")[0] ?? "").matchAll(/^([A-Za-z]+):/gm)].map((match) =>
      match[1]!.toLowerCase(),
    );
    expect(keys.sort()).toEqual(Object.keys(OWN_KEYS).sort());
  });

  it("has examples that work as they stand", async () => {
    const [picture = "", card = "", notice = ""] = blocks(text, "markdown");
    const [matter = ""] = blocks(text, "yaml");
    const [video = ""] = blocks(text, "html");
    const { faults } = await checkContent({
      audience: "public",
      content: await folderWith({
        "config.json": '{ "locales": ["en"] }',
        "en/orders/all.md": `${matter.replace(/^(audience|redirectTo):.*\n/gm, "")}\n${picture}\n${card}\n${video}`,
        "en/orders/return-an-item.md": "# Return\n\nText.",
        "en/delivery/christmas.md": "# Christmas\n\nText.",
        "en/notices/orders.md": notice,
        ...Object.fromEntries(
          ["images/label.png", "images/poster.svg", "videos/legs.webm", "videos/legs.en.vtt"].map((path) => [
            path,
            "x",
          ]),
        ),
      }),
    });
    expect(faults).toEqual([]);
  });
});

describe("docs/configuration.md", () => {
  const text = read("docs/configuration.md");

  it("explains every key of the schema", () => {
    const schema = JSON.parse(read("schema/config.schema.json")) as {
      properties: Record<string, { properties?: object }>;
    };
    const names = Object.entries(schema.properties).flatMap(([name, { properties }]) =>
      name === "$schema" ? [] : properties ? Object.keys(properties).map((inner) => `${name}.${inner}`) : [name],
    );
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it("has an example without a fault", async () => {
    const { faults } = await checkContent({
      audience: "public",
      content: await folderWith({
        "config.json": blocks(text, "json")[0] ?? "",
        "images/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
        "en/orders/where-is-my-order.md": "# Where\n\nHere.",
        "zh/orders/where-is-my-order.md": "# 在哪里\n\n这里。",
      }),
    });
    expect(faults).toEqual([]);
  });
});
