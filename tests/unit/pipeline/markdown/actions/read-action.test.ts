import { expect, test } from "vitest";
import { parse, render, show } from "../render";

const card = (...lines: string[]) => [":::action Track a parcel", ...lines, ":::"].join("\n");
const faultsOf = (text: string) =>
  parse(text).faults.map(
    ({ severity, line, expected, found }) => `${severity} line ${line}: expected ${expected}; found ${found}`,
  );

const PARCEL = card(
  "url: https://carrier.example.com/track?number={number}&postcode={postcode}",
  "fields:",
  '  number: { label: Parcel number, pattern: "[A-Z]{2}[0-9]{9}GB", hint: "Two letters, nine digits, GB", example: "EV123456789GB" }',
  "  postcode: { label: Postcode, optional: true }",
  "button: See where it is",
  "note: Opens the carrier's site.",
);

test("an action is read as its author wrote it, and is found by its title and labels", () => {
  const document = parse(`Text before.\n\n${PARCEL}\n\nText after.`);
  expect(document.faults).toEqual([]);
  expect(document.actions).toEqual([
    {
      anchor: "action-track-a-parcel",
      title: "Track a parcel",
      url: "https://carrier.example.com/track?number={number}&postcode={postcode}",
      fields: [
        {
          name: "number",
          label: "Parcel number",
          pattern: "[A-Z]{2}[0-9]{9}GB",
          hint: "Two letters, nine digits, GB",
          example: "EV123456789GB",
        },
        { name: "postcode", label: "Postcode", optional: true },
      ],
      button: "See where it is",
      note: "Opens the carrier's site.",
    },
  ]);
  expect(document.passages.map(({ text }) => text)).toEqual([
    "Text before.\nTrack a parcel\nParcel number · Postcode\nText after.",
  ]);
  expect(document.anchors).toContain("action-track-a-parcel");
});

test("the card is a form for the script and a plain link without it", () => {
  const html = show(parse(PARCEL).body);
  expect(html).toContain(
    '<div id="action-track-a-parcel" class="action-card" role="group" aria-label="Track a parcel"',
  );
  expect(html).toContain('<form class="action-form js-only" novalidate>');
  expect(html).toContain('<input type="text" name="number" required data-pattern="[A-Z]{2}[0-9]{9}GB"');
  expect(html).toContain('<a href="https://carrier.example.com/track" rel="noopener noreferrer">');
  expect(html).not.toMatch(/ action="| method="/);
});

test("Chinese articles get a Chinese card", () => {
  const html = render(
    "我们会查找您的包裹。\n\n:::action 查询包裹\nurl: https://example.com/{number}\nfields: { number: 单号 }\n:::",
  );
  expect(html).toContain('id="action-查询包裹"');
  expect(html).toContain("请填写此项。");
});

test("without fields it is a link; paths of the site are looked up like any other link", () => {
  expect(render(card("url: https://example.com/"))).toContain(
    '<a class="button" href="https://example.com/" target="_blank" rel="noopener noreferrer">',
  );
  expect(render(card("url: tel:+442079460182"))).toContain('<a class="button" href="tel:+442079460182">');
  expect(render(card("url: ../returns/start.md?from=card"))).toContain(
    '<a class="button" href="{link ../returns/start.md}?from=card">',
  );
});

test("two cards of one title have different ids; one in a list item stays in it", () => {
  const twice = parse(`${card("url: https://a.example/")}\n\n${card("url: https://b.example/")}`);
  expect(twice.actions.map(({ anchor }) => anchor)).toEqual(["action-track-a-parcel", "action-track-a-parcel-2"]);
  const listed = render(`1. First\n\n   :::action Open\n   url: https://a.example/\n   :::\n\n2. Second`);
  expect(listed).toMatch(/<ol><li><p>First<\/p><div id="action-open".*<\/div><\/li><li><p>Second/s);
});

test("an author's HTML can neither make a card nor slip one past the sanitiser", () => {
  const html = render(
    `<div data-action="javascript:alert(1)" onclick="x()">a</div>\n\n${card('url: https://a.example/"><script>alert(1)</script>')}`,
  );
  expect(html).not.toMatch(/<script|onclick|javascript:/);
});

const FAULTS: readonly (readonly [why: string, text: string, faults: readonly string[]])[] = [
  [
    "an unknown key",
    card("url: https://a.example/", "buton: Go"),
    ["warning line 3: expected url, fields, button, note in :::action; found buton"],
  ],
  [
    "an unknown key of a field",
    card("url: https://a.example/{n}", "fields:", "  n:", "    label: Number", "    patern: x"),
    ["warning line 6: expected label, pattern, hint, example, optional in the field n; found patern"],
  ],
  [
    "a bad pattern",
    card("url: https://a.example/{n}", "fields:", '  n: { label: Number, pattern: "[" }'),
    ["error line 4: expected pattern: a regular expression; found ["],
  ],
  [
    "a field not used in the url",
    card("url: https://a.example/", "fields:", "  n: Number"),
    ["warning line 4: expected {n} in the url; found a field that the url does not use: n"],
  ],
  [
    "a placeholder without a field",
    card("url: https://a.example/{n}"),
    ["error line 2: expected a field named n under `fields`; found {n} in the url"],
  ],
  [
    "a script",
    card("url: javascript:alert(1)"),
    [
      "error line 2: expected an address that begins with https://, http://, mailto:, tel: or sms:, or a path of this site; found javascript:alert(1)",
    ],
  ],
  [
    "a script behind white space",
    card('url: "java\\tscript:alert(1)"'),
    [
      "error line 2: expected an address that begins with https://, http://, mailto:, tel: or sms:, or a path of this site; found javascript:alert(1)",
    ],
  ],
  [
    "a host that the reader would choose",
    card("url: https://{n}.example/", "fields: { n: Shop }"),
    ["error line 2: expected the whole host before the first placeholder; found https://{n}.example/"],
  ],
  [
    "a path of the site that the reader would choose",
    card("url: orders/{n}", "fields: { n: Number }"),
    ["error line 2: expected placeholders of a path of this site behind a ?; found orders/{n}"],
  ],
  ["no url", card("note: Soon"), ["error line 1: expected a `url` in :::action; found none"]],
  ["no YAML", card("Just text"), ["error line 1: expected `url: …` and further keys in :::action; found Just text"]],
  [
    "no title",
    ":::action\nurl: https://a.example/\n:::",
    ["error line 1: expected a title after :::action; found nothing"],
  ],
  [
    "never closed",
    ":::action Go\nurl: https://a.example/\n\nMore text.",
    ["error line 1: expected a line ::: that closes :::action; found :::action that is never closed"],
  ],
  [
    "an example that its pattern refuses",
    card("url: https://a.example/{n}", "fields:", '  n: { label: Number, pattern: "[0-9]+", example: A1 }'),
    ["warning line 4: expected an example that matches the pattern [0-9]+; found A1"],
  ],
];

test.each(FAULTS)("fault: %s", (_, text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test("a faulty card still leaves its words or the way there", () => {
  expect(render(card("url: javascript:alert(1)", "note: Ask the carrier"))).toBe(
    "<p>Track a parcel. Ask the carrier</p>",
  );
  expect(render(card("url: https://a.example/track/{n}"))).toContain('href="https://a.example/track/"');
  expect(render(":::action Go\nurl: https://a.example/\n\nMore text.")).toMatch(/action-card.*<p>More text\.<\/p>$/s);
});
