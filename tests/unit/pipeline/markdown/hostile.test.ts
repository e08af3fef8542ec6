import { describe, expect, it } from "vitest";
import { parse, render } from "./render";

/** Elements, attributes and addresses that must never stand in any body. */
const ELEMENTS =
  /<(?:script|style|svg|math|template|base|meta|link|object|embed|iframe|form|button|textarea|select|noscript)\b/i;
const ATTRIBUTES = /<[^<>]*\s(?:on[a-z]+|style|srcdoc|formaction|action|name|target)\b/i;
const ADDRESSES = /(?:href|src|poster)="\s*(?:javascript|vbscript|data):/i;

const repeat = (text: string, times: number) => text.repeat(times);

describe("hostile HTML", () => {
  it.each([
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=x OnErRoR=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<template><img src=x onerror=alert(1)></template>",
    "<base href='https://evil.example/'>\n\n[x](y.md)",
    "Text with much to say, so that this is no redirect but an article of its own, with two sentences. And more.\n\n<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<link rel=stylesheet href='//evil.example/x.css'>",
    "<object data='javascript:alert(1)'></object><embed src='javascript:alert(1)'>",
    "<iframe srcdoc='<script>alert(1)</script>' src='javascript:alert(1)'></iframe>",
    "<div style='background:url(javascript:alert(1))' onclick='x()'>x</div>",
    "<a href='java&#9;script:alert(1)'>x</a> <a href='&#1;javascript:alert(1)'>x</a> <a href=' JaVaScript:alert(1)'>x</a>",
    "[x](javascript:alert(1)) [y](<java&#10;script:alert(1)>) [z](vbscript:x) [d](data:text/html,x)",
    "![x](javascript:alert(1)) ![y](data:image/svg+xml;base64,AAAA)",
    "[a]: javascript:alert(1)\n\n[x][a]",
    "<javascript:alert(1)>",
    "<form action='javascript:x'><input name=attributes><button formaction='javascript:x'>b</button></form>",
    "<textarea></textarea><img src=x onerror=alert(1)></textarea>",
    "<xmp><script>alert(1)</script></xmp>",
    "<plaintext><script>alert(1)</script>",
    "<!--<img src='--><img src=x onerror=alert(1)//'>",
    "<!-- --!> <img src=x onerror=alert(1)> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<video src=v.mp4 onplay=x autoplay></video><audio src='javascript:x'></audio>",
    "<details ontoggle=alert(1) open><summary onclick=x>s</summary>d</details>",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "`<script>alert(1)</script>`\n\n    <script>alert(1)</script>",
    "<p title='\"><script>alert(1)</script>'>x</p>",
    '!["><script>alert(1)</script>](x.png "\\"><script>")',
    '```"><script>\nx\n```',
    ':::tip "><script>alert(1)</script>\nx\n:::',
    '=== "<script>alert(1)</script>"\n    x',
    '[[x|<img src=x onerror=alert(1)>]] ![["><script>]]',
    "<TabItem label='\"><img src=x onerror=alert(1)>'>x</TabItem>",
    "<p>&#xFDD0;o0 &#xFDD2;x<!--\uFDD0o0--></p>\n\n:::tip\nx\n:::",
    "a\0b <img\0 src=x onerror=alert(1)>",
  ])("%j", (text) => {
    const html = render(text);
    expect(html).not.toMatch(ELEMENTS);
    expect(html).not.toMatch(ADDRESSES);
    expect(html.replace(/="[^"]*"/g, "")).not.toMatch(ATTRIBUTES);
  });

  it("reports what it leaves out", () => {
    const fault = { code: "unsafe-html", severity: "warning", file: "guide/page.md" };
    expect(parse('Text.\n\n<script>x</script>\n\n<b onclick="go()">b</b>\n\n[x](javascript:y)').faults).toEqual([
      { ...fault, line: 3, expected: "plain HTML: scripts, styles and plug-ins are left out", found: "<script>" },
      { ...fault, line: 5, expected: "no event handlers: they are left out", found: '<b onclick="go()">' },
      { ...fault, line: 7, expected: "a link to a page, a mail address or a phone number", found: "javascript:y" },
    ]);
  });

  it("keeps classes and roles to itself", () => {
    expect(render('<div class="evil tabs" role="alert" id="x">a</div>')).toBe('<div class="tabs" id="x">a</div>');
  });

  it("never asks another site for anything", () => {
    expect(render('<iframe src="https://www.youtube.com/embed/abcdefg" title="How to"></iframe>')).toBe(
      '<p><a href="https://www.youtube.com/watch?v=abcdefg" class="external-embed" rel="noopener noreferrer">How to</a></p>',
    );
    expect(render('<video><source src="https://x.example/v.mp4"></video>')).toBe(
      '<p><a href="https://x.example/v.mp4" class="external-embed" rel="noopener noreferrer">x.example/v.mp4</a></p>',
    );
    expect(parse("![x](https://x.example/a.png)").body).toContainEqual({
      type: "image",
      target: "https://x.example/a.png",
      alt: "x",
      line: 1,
    });
  });
});

describe("broken HTML", () => {
  it.each([
    ["Text <!-- never closed\n\nMore.", ["Text <!-- never closed", "More."]],
    ["<!-- never closed\n\nMore.", ["<!-- never closed", "More."]],
    ["<script>\nnever closed\n\nMore.", ["<script> never closed", "More."]],
    ["<b>bold\n\nMore.", ["bold", "More."]],
    ["</div></p>Text.", ["Text."]],
    ["a < b > c & d", ["a < b > c & d"]],
  ])("%j keeps its text", (text, texts) => {
    expect(parse(text).passages[0]?.text.split("\n")).toEqual(texts);
  });

  it("links that say nothing are named or go", () => {
    expect(render('<a href="https://x.example/a/"></a>[![](i.png)](https://www.x.example/b/?q=1)')).toBe(
      '<p><a href="https://www.x.example/b/?q=1" rel="noopener noreferrer" aria-label="x.example/b">{image i.png ""}</a></p>',
    );
    expect(render('<div><a href="a.md"></a><span>Words</span></div>')).toBe(
      '<div><span><a href="{link a.md}">Words</a></span></div>',
    );
  });
});

describe("size and depth", () => {
  it.each([
    ["5,000 quotations", `${repeat("> ", 5000)}end`],
    ["5,000 lists on a line", `${repeat("- ", 5000)}end`],
    ["mixed containers", `${repeat("> - ", 3000)}end`],
    [
      "lists, each in the one before",
      Array.from({ length: 400 }, (_, depth) => `${repeat("  ", depth)}- end`).join("\n"),
    ],
    ["5,000 elements", `${repeat("<div>", 5000)}end`],
    ["5,000 emphases", `${repeat("*a _b ", 5000)}end`],
    ["brackets", `${repeat("[", 20_000)}end`],
    ["a line of 1 MB", `${repeat("word ", 200_000)}end`],
    ["a word of 1 MB", `${repeat("x", 1_000_000)} end`],
    ["open containers", `${repeat(":::tip\n", 5000)}end`],
    ["open components", `${repeat("<A>\n", 5000)}end`],
    ["open comments", `${repeat("<!--\n\n", 2000)}end`],
    ["null characters", `${repeat("\0", 100_000)}end`],
  ])("%s neither overflow the stack nor lose the end", { timeout: 20_000 }, (_, text) => {
    expect(parse(text).passages.at(-1)?.text).toContain("end");
  });

  it("says so when nesting had to be given up", () => {
    expect(parse(`Text.\n\n${repeat("<div>", 5000)}end`).faults).toEqual([
      {
        code: "unreadable",
        severity: "warning",
        file: "guide/page.md",
        line: 1,
        expected: "Markdown that is nested less deeply",
        found: "nesting too deep to parse",
      },
    ]);
  });
});
