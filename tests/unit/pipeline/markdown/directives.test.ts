import { describe, expect, it } from "vitest";
import { parse, render } from "./render";

const note = (body: string, title = "Note", kind = "note") =>
  `<aside class="callout callout-${kind}" role="note"><p class="callout-title">${title}</p>${body}</aside>`;

describe("MyST", () => {
  it.each([
    ["```{note}\nText `a`.\n```", note("<p>Text <code>a</code>.</p>")],
    ["```{warning} Text\ngoes on.\n```", note("<p>Text\ngoes on.</p>", "Warning", "warning")],
    ["```{admonition} Mine\n:class: tip\n\nText.\n```", note("<p>Text.</p>", "Mine", "tip")],
    [":::{admonition} Mine\n:class: warning\nText.\n:::", note("<p>Text.</p>", "Mine", "warning")],
    [
      "````{tab-set}\n```{tab-item} A\nText.\n```\n````",
      '<div class="tabs"><section class="tab" data-label="A"><p class="tab-label">A</p><p>Text.</p></section></div>',
    ],
    ["```{code-block} python\n:linenos:\nx\n```", '<pre tabindex="0"><code class="language-python">x\n</code></pre>'],
    ["```{r echo=FALSE}\nx\n```", '<pre tabindex="0"><code class="language-r">x\n</code></pre>'],
    ["```{toctree}\n:maxdepth: 2\n\nintro\n```\n\nText.", "<p>Text.</p>"],
    ["```{figure} a.png\n:alt: A\n:width: 200px\n\nCaption.\n```", '<p>{image a.png "A" 200x}</p><p>Caption.</p>'],
    ["```{dropdown} More\nText.\n```", "<details><summary>More</summary><p>Text.</p></details>"],
    ["```{include} parts/a.md\n```", "{embed parts/a.md}"],
    [
      "See {doc}`guide/set-up`, {doc}`this <b>`, {ref}`far-away`; press {kbd}`Ctrl+C`, {menuselection}`A --> B`, {py:func}`f`; {x}`y`.",
      '<p>See <a href="{link guide/set-up}">Set up</a>, <a href="{link b}">this</a>, Far away; press <kbd>Ctrl+C</kbd>, <strong>A → B</strong>, <code>f</code>; {x}<code>y</code>.</p>',
    ],
    [
      "(label)=\n## Head\n\n% gone\n\n[](#label) [](b.md)",
      '<div id="label"></div><h2 id="head">Head</h2><p><a href="{link #label}">label</a> <a href="{link b.md}">b</a></p>',
    ],
  ])("%j", (text, html) => {
    expect(render(`---\ntitle: T\n---\n${text}`)).toBe(html);
  });
});

describe("Microsoft Learn", () => {
  it.each([
    ['> [!div class="checklist"]\n> * A\n> * B', "<div><ul><li>A</li><li>B</li></ul></div>"],
    ["[!INCLUDE [free](includes/free.md)]", "{embed includes/free.md}"],
    [':::image type="content" source="a.png" alt-text="A." lightbox="a.png":::', '<p>{image a.png "A."}</p>'],
    ['1. Tap :::image type="icon" source="i.png"::: now.', '<ol><li>Tap {image i.png ""} now.</li></ol>'],
    ['::: zone pivot="x"\n\nText.\n\n::: zone-end\n\nAfter.', "<p>Text.</p><p>After.</p>"],
    [
      ':::row:::\n   :::column span="2":::\n      One.\n   :::column-end:::\n:::row-end:::\n\nAfter.',
      "<p>One.</p><p>After.</p>",
    ],
    [
      "# [CLI](#tab/cli)\n\nText.\n\n# [Portal](#tab/portal)\n\nMore.\n\n---\n\nAfter.",
      '<div class="tabs"><section class="tab" data-label="CLI"><p class="tab-label">CLI</p><p>Text.</p></section><section class="tab" data-label="Portal"><p class="tab-label">Portal</p><p>More.</p></section></div><p>After.</p>',
    ],
    [
      "> [!VIDEO https://www.youtube.com/embed/x]",
      '<p><a href="https://www.youtube.com/embed/x" rel="noopener noreferrer">https://www.youtube.com/embed/x</a></p>',
    ],
  ])("%j", (text, html) => {
    expect(render(`---\ntitle: T\n---\n${text}`)).toBe(html);
  });

  it("dates its articles month first", () => {
    expect(parse("---\ntitle: T\nms.date: 03/14/2024\n---\nText.").frontMatter.updated).toBe("2024-03-14");
  });
});

describe("other blocks", () => {
  it.each([
    ["A sentence.\n: and no term\n\n% 50 stays\n\n+++", "<p>A sentence.\n: and no term</p><p>% 50 stays</p><p>+++</p>"],
    ["Text ::: image ::: end.", "<p>Text ::: image ::: end.</p>"],
    ["> :::tip\n> Text.\n> :::", `<blockquote>${note("<p>Text.</p>", "Tip", "tip")}</blockquote>`],
    [
      "Term\n: One\n: Two\n\nOther\n\n:   Three\n\n    More.\n\nAfter.",
      "<dl><dt>Term</dt><dd><p>One</p></dd><dd><p>Two</p></dd><dt>Other</dt><dd><p>Three</p><p>More.</p></dd></dl><p>After.</p>",
    ],
    ['[details="Why?"]\nText.\n[/details]', "<details><summary>Why?</summary><p>Text.</p></details>"],
    ["[note type=caution]\nText.\n[/note]", note("<p>Text.</p>", "Caution", "caution")],
    ["[note]: x.md\n\n[note]", '<p><a href="{link x.md}">note</a></p>'],
    [
      "<aside>\n💡 Text **b**.\n\n</aside>",
      '<aside class="callout callout-note" role="note"><p>💡 Text <strong>b</strong>.</p></aside>',
    ],
    ['<div class="x" markdown="1">\nText **b**.\n</div>', "<div><p>Text <strong>b</strong>.</p></div>"],
    ["::: 注意\n文字文字。\n:::", note("<p>文字文字。</p>", "注意", "warning")],
    [
      "Press ++ctrl+alt+del++ and ++enter++, not ++added++ or a++b++.",
      "<p>Press <kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>Del</kbd> and <kbd>Enter</kbd>, not ++added++ or a++b++.</p>",
    ],
    ["Done :tada: at 10:30:00, :nobody: knows", "<p>Done 🎉 at 10:30:00, :nobody: knows</p>"],
    [
      '[其他](./其他 文档.md#小节) ![图](my pic (1).png) [x](y.md "title")',
      '<p><a href="{link ./%E5%85%B6%E4%BB%96%20%E6%96%87%E6%A1%A3.md#%E5%B0%8F%E8%8A%82}">其他</a> {image my%20pic%20(1).png "图"} <a href="{link y.md}" title="title">x</a></p>',
    ],
    ["![a](a.png#only-light)![b](b.png#only-dark)", '<p>{image a.png#only-light "a"}</p>'],
    ["# 目录\n\n- [一](#一)\n  - [二](#二)\n\n## 一\n\n文字。", '<h2 id="一">一</h2><p>文字。</p>'],
    [
      "**目录**\n\n- [一](#一)\n- [别处](b.md)",
      '<p><strong>目录</strong></p><ul><li><a href="{link #%E4%B8%80}">一</a></li><li><a href="{link b.md}">别处</a></li></ul>',
    ],
  ])("%j", (text, html) => {
    expect(render(`---\ntitle: T\n---\n${text}`)).toBe(html);
  });

  it("thousands of headings with a line below take no time", { timeout: 10_000 }, () => {
    const text = Array.from({ length: 4000 }, (_, n) => `Heading ${n}\ngoes on\n---\n\nText.`).join("\n\n");
    expect(parse(text).headings.at(-1)).toEqual({
      depth: 2,
      text: "Heading 3999 goes on",
      anchor: "heading-3999-goes-on",
    });
  });
});
