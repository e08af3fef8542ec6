import { describe, expect, it } from "vitest";
import { parse, render } from "./render";

const note = (body: string, title = "Note", kind = "note") =>
  `<aside class="callout callout-${kind}" role="note"><p class="callout-title">${title}</p>${body}</aside>`;

describe("GitHub Markdown", () => {
  it("wraps tables in a region that can be scrolled by keyboard", () => {
    expect(render("| a | |\n|---|--:|\n| 1 | 2 |")).toBe(
      '<div class="table-scroll" tabindex="0" role="region" aria-label="Table 1"><table><thead><tr><th scope="col">a</th>' +
        '<td align="right"></td></tr></thead><tbody><tr><td>1</td><td align="right">2</td></tr></tbody></table></div>',
    );
  });

  it("closes emphasis before a Han character, where CommonMark would leave the asterisks standing", () => {
    expect(render("请点击**“设置”。**然后继续。")).toBe("<p>请点击<strong>“设置”。</strong>然后继续。</p>");
  });

  it("renders task lists, strikethrough and autolinks", () => {
    expect(render("- [x] ~~done~~\n- [ ] www.shop.example")).toBe(
      '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked="" disabled="" aria-label="Done"> <del>done</del></li>' +
        '<li class="task-list-item"><input type="checkbox" disabled="" aria-label="To do"> <a href="http://www.shop.example" rel="noopener noreferrer">www.shop.example</a></li></ul>',
    );
  });

  it("gives footnotes ids that their links find", () => {
    const document = parse("Text[^a].\n\n[^a]: The note.");
    expect(document.anchors).toEqual(["fnref-a", "footnote-label", "fn-a"]);
    expect(render("Text[^a].\n\n[^a]: The note.")).toContain('<a href="{link #fn-a}" data-footnote-ref=');
    expect(document.passages).toEqual([{ anchor: "", headings: [], text: "Text.\nThe note." }]);
  });

  it("makes a figure of a lone image with a title", () => {
    expect(render('![A](a.png "The caption")\n\n![B](b.png)')).toBe(
      '<figure>{image a.png "A"}<figcaption>The caption</figcaption></figure><p>{image b.png "B"}</p>',
    );
  });
});

describe("alerts", () => {
  it.each([
    ["> [!NOTE]\n> Text.", note("<p>Text.</p>")],
    ["> [!warning] Mind **this**\n> Text.", note("<p>Text.</p>", "Mind <strong>this</strong>", "warning")],
    ["> [!TIP] A whole message, nothing below.", note("<p>A whole message, nothing below.</p>", "Tip", "tip")],
    ["> [!NOTE]\n> 文字文字。", note("<p>文字文字。</p>", "注意")],
    ["> [not one]", "<blockquote><p>[not one]</p></blockquote>"],
  ])("%j", (text, html) => {
    expect(render(text)).toBe(html);
  });

  it("fold when they say so", () => {
    expect(render("> [!faq]- Why?\n> Because.")).toBe(
      '<details class="callout callout-note"><summary class="callout-title">Why?</summary><p>Because.</p></details>',
    );
    expect(render("> [!note]+\n> Text.")).toContain('<details class="callout callout-note" open="">');
  });

  it("stand inside list items", () => {
    expect(render("1. One\n\n   > [!NOTE]\n   > Text.\n\n2. Two")).toBe(
      `<ol><li><p>One</p>${note("<p>Text.</p>")}</li><li><p>Two</p></li></ol>`,
    );
  });
});

describe("colon containers", () => {
  it.each([
    ["::: tip Read `this`\nText.\n:::", note("<p>Text.</p>", "Read this", "tip")],
    [":::danger[Title]{.x}\nText.\n:::", note("<p>Text.</p>", "Title", "caution")],
    ['::: {.callout-note title="T"}\nText.\n:::', note("<p>Text.</p>", "T")],
    [":::details More\nText.\n:::", "<details><summary>More</summary><p>Text.</p></details>"],
    [":::whatever\nText.\n:::", "<p>Text.</p>"],
    ["::: tip\n```\n:::\n```\n:::", note('<pre tabindex="0"><code>:::\n</code></pre>', "Tip", "tip")],
    ["Text\n::: tip\nnever closed", `<p>Text</p>${note("<p>never closed</p>", "Tip", "tip")}`],
  ])("%j", (text, html) => {
    expect(render(text)).toBe(html);
  });

  it("nest, with more colons outside or the same number", () => {
    const inner = note("<p>Inner.</p>", "Info");
    expect(render("::::tip\n:::info\nInner.\n:::\n::::\nAfter.")).toBe(`${note(inner, "Tip", "tip")}<p>After.</p>`);
    expect(render(":::tip\n:::info\nInner.\n:::\n:::\nAfter.")).toBe(`${note(inner, "Tip", "tip")}<p>After.</p>`);
  });

  it("make tabs of code groups", () => {
    expect(render("::: code-group\n```sh [npm]\na\n```\n```sh [yarn]\nb\n```\n:::")).toBe(
      '<div class="tabs"><section class="tab" data-label="npm"><p class="tab-label">npm</p><pre tabindex="0"><code class="language-sh">a\n</code></pre></section>' +
        '<section class="tab" data-label="yarn"><p class="tab-label">yarn</p><pre tabindex="0"><code class="language-sh">b\n</code></pre></section></div>',
    );
  });
});

describe("MkDocs", () => {
  it.each([
    [
      '!!! warning "Mind **this**"\n    Text.\n\n    - a\n\nAfter.',
      `${note("<p>Text.</p><ul><li>a</li></ul>", "Mind this", "warning")}<p>After.</p>`,
    ],
    ['!!! note ""\n    Text.', '<aside class="callout callout-note" role="note"><p>Text.</p></aside>'],
    ["??? tip\n    Text.", "<details><summary>Tip</summary><p>Text.</p></details>"],
    ['???+ note "Why?"\n    Text.', '<details open=""><summary>Why?</summary><p>Text.</p></details>'],
    [
      "1. One\n\n    !!! note\n        Text.\n2. Two",
      `<ol><li><p>One</p>${note("<p>Text.</p>")}</li><li><p>Two</p></li></ol>`,
    ],
    [
      "!!! note\n    ```sh\n    a\n\n      b\n    ```",
      note('<pre tabindex="0"><code class="language-sh">a\n\n  b\n</code></pre>'),
    ],
    [
      "!!! note\n    ```sh\nunder\n    ```\n    Text.",
      note('<pre tabindex="0"><code class="language-sh">under\n</code></pre><p>Text.</p>'),
    ],
    ["!!! note\n    - a\n\t- b", note("<ul><li>a</li><li>b</li></ul>")],
    ["    !!! note\n        code", '<pre tabindex="0"><code>!!! note\n    code\n</code></pre>'],
    ["```\n!!! note\n    code\n```", '<pre tabindex="0"><code>!!! note\n    code\n</code></pre>'],
    ["Wow!!! Really", "<p>Wow!!! Really</p>"],
  ])("%j", (text, html) => {
    expect(render(text)).toBe(html);
  });

  it("groups neighbouring tabs", () => {
    expect(
      render('=== "A"\n\n    One.\n\n=== "B"\n    !!! note ""\n        Two.\n\nAfter.\n\n=== "C"\n    Three.'),
    ).toBe(
      '<div class="tabs"><section class="tab" data-label="A"><p class="tab-label">A</p><p>One.</p></section>' +
        '<section class="tab" data-label="B"><p class="tab-label">B</p><aside class="callout callout-note" role="note"><p>Two.</p></aside></section></div>' +
        '<p>After.</p><div class="tabs"><section class="tab" data-label="C"><p class="tab-label">C</p><p>Three.</p></section></div>',
    );
  });

  it("turns snippets into embeds", () => {
    expect(render('--8<-- "parts/hours.md"')).toBe("{embed parts/hours.md}");
  });

  it("reports lines of the file, not of what was made of it", () => {
    const document = parse('---\ntitle: T\n---\n!!! note\n    One.\n\n=== "A"\n    Two.\n\n[x](y.md)');
    expect(document.body).toContainEqual({ type: "link", target: "y.md", line: 10 });
  });
});

describe("Obsidian", () => {
  it.each([
    [
      "[[Other Page]] [[a/B#Head|text]] [[#Here]]",
      '<p><a href="{link wiki Other%20Page}">Other Page</a> <a href="{link wiki a/B#Head}">text</a> <a href="{link wiki #Here}">Here</a></p>',
    ],
    ["`[[code]]` and [[1]](x.md)", '<p><code>[[code]]</code> and <a href="{link x.md}">[1]</a></p>'],
    ["![[Returns#Refunds]]", "{embed wiki Returns#Refunds}"],
    ["See ![[Returns]] here.", '<p>See <a href="{link wiki Returns}">Returns</a> here.</p>'],
    ["![[shot.png|300x200]]", '<p>{image wiki shot.png "shot" 300x200}</p>'],
    ["==high **light**== a==b", "<p><mark>high <strong>light</strong></mark> a==b</p>"],
    ["Seen %%not seen%% seen, 50%% and 60%%", "<p>Seen  seen, 50%% and 60%%</p>"],
    ["A\n\n%%\nnot seen\n\nnor this\n%%\n\nB", "<p>A</p><p>B</p>"],
    ["| a |\n|---|\n| [[X\\|y]] |", expect.stringContaining('<td><a href="{link wiki X}">y</a></td>')],
  ])("%j", (text, html) => {
    expect(render(text)).toEqual(html);
  });

  it("says under which heading depth an embed stands", () => {
    const document = parse("---\ntitle: T\n---\n## A\n\n### B\n\n![[C]]");
    expect(document.body).toContainEqual({ type: "embed", target: "C", depth: 3, line: 8, wiki: true });
  });
});

describe("Liquid and includes", () => {
  it.each([
    ["{% raw %}\nText {{ literal }}\n{% endraw %}", "<p>Text {{ literal }}</p>"],
    ["Use {{cloze::text}} and {% unknown %}.", "<p>Use {{cloze::text}} and {% unknown %}.</p>"],
    [
      "{% highlight js linenos %}\n{% if %}\n{% endhighlight %}",
      '<pre tabindex="0"><code class="language-js">{% if %}\n</code></pre>',
    ],
    ["A\n\n{% comment %}\nnot seen\n{% endcomment %}\n\nB", "<p>A</p><p>B</p>"],
    ['{% hint style="warning" %}\nText.\n{% endhint %}', note("<p>Text.</p>", "Warning", "warning")],
    ["[a]({% link b.md %}) [c]({{ site.baseurl }}/d)", '<p><a href="{link b.md}">a</a> <a href="{link /d}">c</a></p>'],
    ["`{% raw %}` stays", "<p><code>{% raw %}</code> stays</p>"],
    ["{{#include ../hours.md}}", "{embed ../hours.md}"],
  ])("%j", (text, html) => {
    expect(render(text)).toBe(html);
  });

  it("reports an include that is left out", () => {
    expect(parse("Text.\n\n{% include banner.html id=1 %}").faults).toEqual([
      {
        code: "unknown-component",
        severity: "warning",
        file: "guide/page.md",
        line: 3,
        expected: "the text itself: Liquid includes are left out",
        found: "{% include banner.html id=1 %}",
      },
    ]);
  });
});

describe("MDX and components", () => {
  it("drops modules and comments, and keeps prose that begins alike", () => {
    const text =
      "import A from './a';\nimport {\n  B,\n} from \"b\";\n\nexport const x = {\n  y: 1,\n};\n\n{/* gone */}\n\nimport your data first.";
    expect(render(text, "a.mdx")).toBe("<p>import your data first.</p>");
  });

  it.each([
    [
      '<Tabs>\n  <TabItem label="A">\n\n    One.\n\n  </TabItem>\n  <TabItem value="B">Two.</TabItem>\n</Tabs>',
      '<div class="tabs"><section class="tab" data-label="A"><p class="tab-label">A</p><p>One.</p></section><section class="tab" data-label="B"><p class="tab-label">B</p><p>Two.</p></section></div>',
    ],
    ["<Steps>\n\n1. One\n2. Two\n\n</Steps>", "<ol><li>One</li><li>Two</li></ol>"],
    ['<Aside type="caution" title="Mind">\nText.\n</Aside>', note("<p>Text.</p>", "Mind", "caution")],
    ["<Warning>Text.</Warning>", note("<p>Text.</p>", "Warning", "warning")],
    ['<Accordion title="Why?">\n  Text.\n</Accordion>', "<details><summary>Why?</summary><p>Text.</p></details>"],
    ['<Card title="T" href="/x">\n  Text.\n</Card>', '<p><strong><a href="{link /x}">T</a></strong></p><p>Text.</p>'],
    ['<LinkCard\n  title="T"\n  href="/x"\n/>', '<p><strong><a href="{link /x}">T</a></strong></p>'],
    ['A <Badge text="new" /> thing', "<p>A new thing</p>"],
    [
      "<details>\n<summary>S</summary>\n\nText **b**.\n\n</details>",
      "<details><summary>S</summary><p>Text <strong>b</strong>.</p></details>",
    ],
  ])("%j", (text, html) => {
    expect(render(text, "a.mdx")).toBe(html);
  });

  it("unwraps strangers and says so", () => {
    const text = "Text.\n\n<Hero size={{ a: 1 }}>\nKept **text**.\n</Hero>\n\nAnd <Glow>this</Glow>.";
    expect(render(text, "a.mdx")).toBe("<p>Text.</p><p>Kept <strong>text</strong>.</p><p>And this.</p>");
    const fault = { code: "unknown-component", severity: "warning", file: "a.mdx" };
    const expected = "Markdown, or a component that is known here";
    expect(parse(text, "a.mdx").faults).toEqual([
      { ...fault, line: 3, expected, found: "<Hero>" },
      { ...fault, line: 7, expected, found: "<Glow>" },
    ]);
  });

  it("shows what only looks like a tag, and says so", () => {
    expect(render("Type <port> or <Device name> here.")).toBe("<p>Type &lt;port&gt; or &lt;Device name&gt; here.</p>");
    expect(parse("Type <port> here.").faults).toEqual([
      {
        code: "unknown-component",
        severity: "warning",
        file: "guide/page.md",
        line: 1,
        expected: "an HTML element, or \\<port> for plain text",
        found: "<port>",
      },
    ]);
  });
});

describe("attribute lists and comments", () => {
  it.each([
    [
      "[x](y.md){: .btn target=_blank } `a`{.js} **b**{.c}",
      '<p><a href="{link y.md}">x</a> <code>a</code> <strong>b</strong></p>',
    ],
    ['![x](y.png){ width="300px" }', '<p>{image y.png "x" 300x}</p>'],
    ["Text.\n{: .lead }\n\nMore {.small}", "<p>Text.</p><p>More</p>"],
    ["A set {a, b} and {0}", "<p>A set {a, b} and {0}</p>"],
    ["A <!-- gone --> B\n\n<!--\ngone\n\n## gone\n-->\n\nC", "<p>A  B</p><p>C</p>"],
    ["<!-- toc -->\n\n- [a](#a)\n\n<!-- /toc -->\n\nText.\n\n[TOC]", "<p>Text.</p>"],
    ['<div hidden>gone</div>\n\n<p style="color:red; display: none">gone</p>\n\nText.', "<p>Text.</p>"],
    ["```js{1,3} title=x\na\n```", '<pre tabindex="0"><code class="language-js">a\n</code></pre>'],
    ["一行\n二行 and\nthree", "<p>一行二行 and\nthree</p>"],
  ])("%j", (text, html) => {
    expect(render(text)).toBe(html);
  });
});
