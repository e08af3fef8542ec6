import { describe, expect, it } from "vitest";
import { parse, render } from "./render";

const note = (body: string, title = "Note", kind = "note") =>
  `<aside class="callout callout-${kind}" role="note"><p class="callout-title">${title}</p>${body}</aside>`;
const tab = (label: string, body: string) =>
  `<section class="tab" data-label="${label}"><p class="tab-label">${label}</p>${body}</section>`;
const code = (text: string, language = "") =>
  `<pre tabindex="0"><code${language && ` class="language-${language}"`}>${text}\n</code></pre>`;

interface Row {
  readonly because: string;
  readonly text: string;
  readonly html: string;
}

const hugo: readonly Row[] = [
  {
    because: "a box takes its kind from any of the usual arguments (Docsy, Relearn, GitLab)",
    text: '{{< alert title="Mind" color="warning" >}}\nText.\n{{< /alert >}}\n\n{{% notice tip "My title" %}}\nText.\n{{% /notice %}}\n\n{{< alert type="note" >}}\n\nText.\n\n{{< /alert >}}',
    html: note("<p>Text.</p>", "Mind", "warning") + note("<p>Text.</p>", "My title", "tip") + note("<p>Text.</p>"),
  },
  {
    because: "a box is named like its kind (Kubernetes), on one line too, in a list too",
    text: "{{< note >}}Text.{{< /note >}}\n\n* Item\n\n  {{< warning >}}\n  Inside.\n  {{< /warning >}}",
    html: `${note("<p>Text.</p>")}<ul><li><p>Item</p>${note("<p>Inside.</p>", "Warning", "warning")}</li></ul>`,
  },
  {
    because: "what ends a box may stand at the end of its last line",
    text: "{{< hint info >}}\nOne.\n\nTwo. {{< /hint >}}\n\nAfter.",
    html: `${note("<p>One.</p><p>Two.</p>", "Info")}<p>After.</p>`,
  },
  {
    because: "a tag may run over lines",
    text: '{{< figure\n  src="a.png"\n  alt="A"\n>}}',
    html: '<p>{image a.png "A"}</p>',
  },
  {
    because: "tabs hold text or code",
    text: '{{< tabs >}}\n\n{{< tab title="A" >}}\n\n1. One\n\n{{< /tab >}}\n{{< tab name="B" codelang="bash" >}}\necho {{< x >}}\n{{< /tab >}}\n{{< /tabs >}}',
    html: `<div class="tabs">${tab("A", "<ol><li>One</li></ol>")}${tab("B", code("echo {{&lt; x &gt;}}", "bash"))}</div>`,
  },
  {
    because: "panes of Docsy hold code unless they say that they hold text",
    text: '{{< tabpane >}}\n{{< tab header="Go" >}}\n*x\n{{< /tab >}}\n{{< /tabpane >}}\n\n{{< tabpane text=true >}}\n{{< tab header="Go" >}}\n*x*\n{{< /tab >}}\n{{< /tabpane >}}',
    html: `<div class="tabs">${tab("Go", code("*x"))}</div><div class="tabs">${tab("Go", "<p><em>x</em></p>")}</div>`,
  },
  {
    because: "folded text, code and history keep their titles",
    text: '{{< details summary="More" >}}\nText.\n{{< /details >}}\n\n{{< expand "Open" >}}\nText.\n{{< /expand >}}\n\n{{< highlight bash "linenos=table" >}}\nls *\n{{< /highlight >}}\n\n{{< history >}}\n\n- 15.1\n\n{{< /history >}}',
    html: `<details><summary>More</summary><p>Text.</p></details><details><summary>Open</summary><p>Text.</p></details>${code("ls *", "bash")}<details><summary>History</summary><ul><li>15.1</li></ul></details>`,
  },
  {
    because: "pictures, films, links and words stand where they stood",
    text: '{{< figure src="a.png" alt="A" caption="Cap" >}}\n\n{{< youtube w7Ft2ymGmfc >}}\n\nSee [stop]({{< ref "/b.md#now" >}}) or {{< button href="/c" >}}go{{< /button >}}. Press {{< kbd "Ctrl" >}} on {{< glossary_tooltip text="pods" term_id="pod" >}} ({{< icon name="gear" >}}).',
    html: '<figure>{image a.png "A"}<figcaption>Cap</figcaption></figure><p><a href="https://www.youtube.com/watch?v=w7Ft2ymGmfc" rel="noopener noreferrer">YouTube</a></p><p>See <a href="{link /b.md#now}">stop</a> or <a href="{link /c}">go</a>. Press Ctrl on pods.</p>',
  },
  {
    because: "addresses in HTML are found too",
    text: '<table><tr><td>\n<a href="{{< relref "b.md" >}}">b</a> {{< ref "c.md" >}} {{< button href="d.md" >}}d{{< /button >}}\n</td></tr></table>',
    html: '<div class="table-scroll" tabindex="0" role="region" aria-label="Table 1"><table><tbody><tr><td><a href="{link b.md}">b</a> <a href="{link c.md}">c</a> <a href="{link d.md}">d</a></td></tr></tbody></table></div>',
  },
  {
    because: "what is written about tags stays",
    text: "Write {{</* note */>}} or `{{< note >}}`, {{ .Title }} and {{name}}.",
    html: "<p>Write {{&lt; note &gt;}} or <code>{{&lt; note &gt;}}</code>, {{ .Title }} and {{name}}.</p>",
  },
  {
    because: "older documents of GitLab label paragraphs, and have tabs of their own",
    text: "NOTE:\nTwo\nlines.\n\nAfter.\n\n::Tabs\n\n:::TabTitle One\n\nA.\n\n:::TabTitle Two\n\nB.\n\n::EndTabs",
    html: `${note("<p>Two\nlines.</p>")}<p>After.</p><div class="tabs">${tab("One", "<p>A.</p>")}${tab("Two", "<p>B.</p>")}</div>`,
  },
];

const liquid: readonly Row[] = [
  {
    because: "kramdown classes make boxes of the paragraph or quotation below (Just the Docs)",
    text: "{: .note }\nText.\n\n{: .warning }\n> One.\n>\n> Two.\n\n{: .tip-title }\n> Mine\n>\n> Text.",
    html: `${note("<p>Text.</p>")}${note("<p>One.</p><p>Two.</p>", "Warning", "warning")}${note("<p>Text.</p>", "Mine", "tip")}`,
  },
  {
    because: "includes that carry their text say it themselves",
    text: '{% include note.html content="Text." %}\n{% include image.html file="a.png" alt="A" %}',
    html: `${note("<p>Text.</p>")}<p>{image a.png "A"}</p>`,
  },
  {
    because: "words of Home Assistant are words",
    text: '{% term Automations %} and {% term trigger "triggers" %}: {% my integrations title="**Settings** > **Devices**" %}\n\n{% configuration %}\nname:\n  required: true\n{% endconfiguration %}\n\n{% details "More" %}\nText.\n{% enddetails %}',
    html: `<p>Automations and triggers: Settings &gt; Devices</p>${code("name:\n  required: true", "yaml")}<details><summary>More</summary><p>Text.</p></details>`,
  },
  {
    because: "addresses are built by tags and by the site's own variables",
    text: "[a]({{ site.baseurl }}{% link b.md %}) [b]({{ '/c/' | relative_url }}) [c][ref]\n\n[ref]: {{ site.baseurl }}/d",
    html: '<p><a href="{link b.md}">a</a> <a href="{link /c/}">b</a> <a href="{link /d}">c</a></p>',
  },
  {
    because: "blocks of GitBook give way to their content",
    text: '{% tabs %}\n{% tab title="A" %}\nText.\n{% endtab %}\n{% endtabs %}\n\n{% embed url="https://x.example" %}\nCaption\n{% endembed %}\n\n{% content-ref url="b.md" %}\n[b](b.md)\n{% endcontent-ref %}',
    html: `<div class="tabs">${tab("A", "<p>Text.</p>")}</div><p>Caption</p><p><a href="{link b.md}">b</a></p>`,
  },
  {
    because: "the place of a generated table of contents is empty",
    text: "## Table of contents\n{: .no_toc }\n\n1. TOC\n{:toc}\n\n---\n\n## Text\n\nText.",
    html: '<hr><h2 id="text">Text</h2><p>Text.</p>',
  },
];

describe("Hugo", () => {
  it.each(hugo)("$because", ({ text, html }) => {
    expect(render(`---\ntitle: T\n---\n${text}`)).toBe(html);
  });

  it("leaves out what no theme knows, keeps what it holds and says so", () => {
    const text = 'Text.\n\n{{< mystery "a" >}}\nKept.\n{{< /mystery >}}\n\nVersion {{< param "v" >}}.';
    const { passages, faults } = parse(text, "a.md");
    expect(passages.map((passage) => passage.text)).toEqual(["Text.\nKept.\nVersion ."]);
    expect(faults.map(({ line, found, expected }) => [line, found, expected])).toEqual([
      [3, "{{< mystery >}}", "Markdown, or a shortcode that is known here"],
      [7, "{{< param >}}", "Markdown, or a shortcode that is known here"],
    ]);
  });
});

describe("Jekyll, GitBook, Home Assistant", () => {
  it.each(liquid)("$because", ({ text, html }) => {
    expect(render(`---\ntitle: T\n---\n${text}`)).toBe(html);
  });
});
