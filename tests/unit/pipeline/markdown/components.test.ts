import { describe, expect, it } from "vitest";
import { parse, render } from "./render";

const tabs = (...entries: readonly [string, string][]) =>
  `<div class="tabs">${entries.map(([label, body]) => `<section class="tab" data-label="${label}"><p class="tab-label">${label}</p>${body}</section>`).join("")}</div>`;

describe("components of the usual kits", () => {
  it.each([
    [
      "labels that stand on the box, by value (Docusaurus)",
      "<Tabs values={[\n  {label: 'macOS', value: 'mac'},\n  {label: 'Windows', value: 'win'},\n]}>\n<TabItem value=\"win\">Ctrl.</TabItem>\n<TabItem value=\"mac\">Cmd.</TabItem>\n</Tabs>",
      tabs(["Windows", "<p>Ctrl.</p>"], ["macOS", "<p>Cmd.</p>"]),
    ],
    [
      "labels that stand on the box, by place (Nextra)",
      "<Tabs items={['npm', 'yarn']}>\n  <Tabs.Tab>One.</Tabs.Tab>\n  <Tabs.Tab>Two.</Tabs.Tab>\n</Tabs>",
      tabs(["npm", "<p>One.</p>"], ["yarn", "<p>Two.</p>"]),
    ],
    [
      "a component at the beginning of a sentence",
      '<Tooltip tip="x">API</Tooltip> is good. <Icon icon="flag" size={32} />',
      "<p>API is good. </p>",
    ],
    [
      "attributes of JSX",
      "<img src={require('./a.png').default} alt=\"A\" width={300} style={{ margin: 0 }} />{' '}and",
      '<p>{image ./a.png "A" 300x} and</p>',
    ],
    [
      "a caption",
      '<Frame caption="Cap">\n  <img src="/a.png" alt="A" />\n</Frame>',
      '<figure>{image /a.png "A"}<figcaption>Cap</figcaption></figure>',
    ],
    [
      "fields of an interface",
      '<ParamField path="limit" type="number" required>\n  Rows.\n</ParamField>',
      "<p><strong>limit (number, required)</strong></p><p>Rows.</p>",
    ],
    [
      "cards by their second name",
      '<Cards.Card title="T" href="/x" />',
      '<p><strong><a href="{link /x}">T</a></strong></p>',
    ],
    ["a part of the page", "import Part from './_part.mdx';\n\n<Part name=\"x\" />", "{embed ./_part.mdx}"],
    ["an include of VitePress", "<!--@include: ./part.md{1,5}-->", "{embed ./part.md}"],
  ])("%s", (_, text, html) => {
    expect(render(`---\ntitle: T\n---\n${text}`, "a.mdx")).toBe(html);
  });

  it("generics survive, and code from another file is missed aloud", () => {
    const { passages, faults } = parse("A List<String> of Map<K, V>.\n\n<<< @/snippets/a.js", "a.md");
    expect(passages.map(({ text }) => text)).toEqual(["A List<String> of Map<K, V>."]);
    expect(faults.map(({ line, found }) => [line, found])).toEqual([
      [1, "<String>"],
      [3, "<<< @/snippets/a.js"],
    ]);
  });
});
