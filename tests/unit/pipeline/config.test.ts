import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { DEFAULT_THRESHOLD } from "../../../src/domain/answer";
import type { SiteConfig } from "../../../src/domain/config";
import { defaultConfig, loadConfig, parseConfig } from "../../../src/pipeline/config";
import { folderWith } from "../../support/folders";

interface Row {
  readonly because: string;
  readonly text: string;
  readonly faults: readonly [line: number, expected: string, found: string][];
}

const CHANNEL_KEYS = "one of the known keys: type, label, note, address, url, topics, hours";
const ROOT_KEYS =
  "one of the known keys: name, tagline, logo, brandColor, siteUrl, locales, defaultLocale, sections, popular, contact, allowedHosts, widget, sealed, models, answers, speech";

const rows: readonly Row[] = [
  {
    because: "a key nobody knows is a misspelling",
    text: '{\n  "name": "Shop",\n  "brandcolor": "#112233"\n}',
    faults: [[3, ROOT_KEYS, "brandcolor: an unknown key"]],
  },
  {
    because: "a colour has three or six hexadecimal digits",
    text: '{\n  "brandColor": "teal"\n}',
    faults: [[2, "hex colour, for example #0f6b5c", 'brandColor: "teal"']],
  },
  {
    because: "null is named, not the whole file",
    text: '{\n  "name": "Shop",\n  "brandColor": null\n}',
    faults: [[3, "a text", "brandColor: null"]],
  },
  {
    because: "a channel has one of five types, and nothing else is said of it",
    text: '{\n  "contact": { "channels": [\n    { "type": "fax", "address": "+44 1" }\n  ] }\n}',
    faults: [[3, "one of email, phone, chat, form, link", 'contact.channels.0.type: "fax"']],
  },
  {
    because: "a channel without a type says only that",
    text: '{ "contact": { "channels": [\n    { "address": "+44 1" }\n  ] }\n}',
    faults: [[2, 'the key "type"', "contact.channels.0: no such key"]],
  },
  {
    because: "an e-mail channel leads to an address",
    text: '{ "contact": { "channels": [\n  { "type": "chat", "url": "https://a.example" },\n  { "type": "email" }\n] } }',
    faults: [[3, 'the key "address"', "contact.channels.1: no such key"]],
  },
  {
    because: "a form channel leads to a web address",
    text: '{ "contact": { "channels": [\n  { "type": "form", "url": "javascript:alert(1)" }\n] } }',
    faults: [
      [
        2,
        "web address or path, for example https://chat.example.com/?q={question}",
        'contact.channels.0.url: "javascript:alert(1)"',
      ],
    ],
  },
  {
    because: "an unknown key of a channel names the channel's keys",
    text: '{ "contact": { "channels": [\n  { "type": "email", "address": "a@b.example", "adress": "x" }\n] } }',
    faults: [[2, CHANNEL_KEYS, "contact.channels.0.adress: an unknown key"]],
  },
  {
    because: "a time zone must exist",
    text: '{ "contact": { "channels": [ { "type": "phone", "address": "+44 1", "hours": {\n  "timeZone": "Europe/Londn",\n  "open": [ { "days": ["mon"], "from": "09:00", "to": "17:00" } ] } } ] } }',
    faults: [[2, "IANA time zone, for example Europe/London", 'contact.channels.0.hours.timeZone: "Europe/Londn"']],
  },
  {
    because: "a text is one text or one per language, said once however many ways it fails",
    text: '{\n  "name": ["Shop"],\n  "tagline": { "en": 5 }\n}',
    faults: [
      [2, "a text, or an object with one text per language", 'name: ["Shop"]'],
      [3, "a text, or an object with one text per language", 'tagline: {"en":5}'],
    ],
  },
  {
    because: "two missing keys are two faults",
    text: '{ "contact": { "topics": [ {} ] } }',
    faults: [
      [1, 'the key "id"', "contact.topics.0: no such key"],
      [1, 'the key "label"', "contact.topics.0: no such key"],
    ],
  },
  {
    because: "an empty list of days would never open",
    text: '{ "contact": { "channels": [ { "type": "phone", "address": "+44 1", "hours": { "timeZone": "UTC",\n "open": [ { "days": [], "from": "9:00", "to": "25:00" } ] } } ] } }',
    faults: [
      [2, "at least one", "contact.channels.0.hours.open.0.days: []"],
      [2, "time of day, for example 09:00", 'contact.channels.0.hours.open.0.from: "9:00"'],
      [2, "time of day, for example 09:00", 'contact.channels.0.hours.open.0.to: "25:00"'],
    ],
  },
  {
    because: "a long value is cut",
    text: `{ "logo": [${'"x",'.repeat(40)}"x"] }`,
    faults: [[1, "a text", `logo: [${'"x",'.repeat(19)}…`]],
  },
  {
    because: "a site address must be one that a browser can open, said once",
    text: '{\n  "siteUrl": "https://[help"\n}',
    faults: [[2, "web address, for example https://help.example.com/", 'siteUrl: "https://[help"']],
  },
  {
    because: "a site address has no query",
    text: '{ "siteUrl": "https://help.example.com/?x" }',
    faults: [[1, "web address, for example https://help.example.com/", 'siteUrl: "https://help.example.com/?x"']],
  },
  {
    because: "a threshold is a probability, and a number",
    text: '{ "answers": {\n  "threshold": 75\n} }',
    faults: [[2, "probability from 0 to 1, for example 0.5", "answers.threshold: 75"]],
  },
  {
    because: "a threshold below nothing is none either",
    text: '{ "answers": { "threshold": -0.1 } }',
    faults: [[1, "probability from 0 to 1, for example 0.5", "answers.threshold: -0.1"]],
  },
  {
    because: "what else stands under answers is told apart",
    text: '{ "answers": {\n  "threshold": "high",\n  "download": "never",\n  "enabled": "no",\n  "fetch": "ask"\n} }',
    faults: [
      [2, "a number", 'answers.threshold: "high"'],
      [3, "one of automatic, ask", 'answers.download: "never"'],
      [4, "true or false", 'answers.enabled: "no"'],
      [5, "one of the known keys: enabled, threshold, download", "answers.fetch: an unknown key"],
    ],
  },
  {
    because: "a reader is named as models are",
    text: '{ "models": { "reader": "../reader" } }',
    faults: [
      [
        1,
        "id of a model in the models folder, or none, for example Xenova/distilbert-base-cased-distilled-squad",
        'models.reader: "../reader"',
      ],
    ],
  },
  {
    because: "a list is not an object",
    text: '["Shop"]',
    faults: [[1, "a JSON object { … }", '["Shop"]']],
  },
  { because: "an empty file is not an object", text: "", faults: [[1, "a JSON object { … }", "null"]] },
];

const base: SiteConfig = defaultConfig();

describe("parseConfig", () => {
  it.each(rows)("reports with line, expected and found: $because", ({ text, faults }) => {
    expect(parseConfig(text, "config.json").faults).toEqual(
      faults.map(([line, expected, found]) => ({
        code: "config",
        severity: "error",
        file: "config.json",
        line,
        expected,
        found,
      })),
    );
  });

  it("says where a file stops being JSON, and goes on with the defaults", () => {
    const { config, faults } = parseConfig('{\n  "name": "Shop",\n  "logo": "a" "b"\n}', "my.json");
    expect(faults.map(({ file, line, expected }) => [file, line, expected])).toEqual([["my.json", 3, "JSON"]]);
    expect(faults[0]!.found).not.toContain("\n");
    expect(config).toEqual(base);
  });

  it("keeps what is right beside what is wrong", () => {
    const { config } = parseConfig(
      JSON.stringify({
        name: "Shop",
        brandColor: "teal",
        locales: ["en", "not a language", "zh"],
        popular: ["a/b", 7, "c/d"],
        sections: { orders: { title: "Orders", ordr: 1 } },
        allowedHosts: [
          "https://shop.example",
          "https://shop.example/path",
          "https://*",
          "https://a.*.example",
          "https://*.shop.example:8443",
          "https://x'; script-src *",
        ],
      }),
      "config.json",
    );
    expect(config).toEqual({
      ...base,
      name: "Shop",
      locales: ["en", "zh"],
      defaultLocale: "en",
      popular: ["a/b", "c/d"],
      sections: { orders: { title: "Orders" } },
      allowedHosts: ["https://shop.example", "https://*.shop.example:8443"],
    });
  });

  it("drops what a wrong value leaves incomplete, so that no page meets half an opening time or a nameless topic", () => {
    const open = { days: ["mon", "funday", "tue"], from: "09:00", to: "17:00" };
    const { config } = parseConfig(
      JSON.stringify({
        contact: {
          topics: [
            { id: "Bad Id", label: "Bad" },
            { id: "refund", label: "Refund" },
          ],
          channels: [
            { type: "sms", url: "https://sms.example" },
            { type: "phone", address: "+44 1", hours: { timeZone: "UTC", open: [{ ...open, to: "5 pm" }, open] } },
            { type: "phone", address: "+44 2", hours: { timeZone: "Mars/Base", open: [open] } },
            { type: "chat", url: "ftp://chat.example" },
          ],
        },
      }),
      "config.json",
    );
    expect(config.contact).toEqual({
      topics: [{ id: "refund", label: "Refund" }],
      channels: [
        {
          type: "phone",
          address: "+44 1",
          topics: [],
          hours: { timeZone: "UTC", open: [{ ...open, days: ["mon", "tue"] }], closed: [] },
        },
        { type: "phone", address: "+44 2", topics: [] },
      ],
    });
  });

  it("fills in defaults and normal forms", () => {
    const text = '{"$schema": "x", "siteUrl": "https://a.example/help", "brandColor": "#AbC", "locales": ["zh", "en"]}';
    expect(parseConfig(text, "config.json")).toEqual({
      config: {
        ...base,
        siteUrl: "https://a.example/help/",
        brandColor: "#aabbcc",
        locales: ["zh", "en"],
        defaultLocale: "zh",
      },
      faults: [],
    });
    expect(base).toEqual({
      name: { en: "Help Centre", zh: "帮助中心" },
      brandColor: "#0f6b5c",
      locales: [],
      defaultLocale: "",
      sections: {},
      popular: [],
      contact: { topics: [], channels: [] },
      allowedHosts: [],
      widget: { position: "end", scheme: "host", theme: {}, sandboxedHosts: false },
      sealed: { sections: [], lockAfterMinutes: 10 },
      models: {},
      answers: { enabled: true, threshold: DEFAULT_THRESHOLD, download: "ask" },
      speech: { browserService: false },
    });
  });

  it("lets nothing go to the services of browsers, unless it is told to", () => {
    const speechOf = (speech: unknown) => parseConfig(JSON.stringify({ speech }), "config.json");
    expect(speechOf({ browserService: true }).config.speech).toEqual({ browserService: true });
    const wrong = speechOf({ browserService: "yes" });
    expect(wrong.config.speech).toEqual({ browserService: false });
    expect(wrong.faults.map(({ expected, found }) => [expected, found])).toEqual([
      ["true or false", 'speech.browserService: "yes"'],
    ]);
  });

  it("takes the widget's looks one by one, and leaves out what is none", () => {
    const theme = { "--pocket-help-accent": "#123", "--pocket-help-radius": "red", "--pocket-help-ink": "#000" };
    const { config, faults } = parseConfig(JSON.stringify({ widget: { position: "start", theme } }), "config.json");
    expect(config.widget).toEqual({ ...base.widget, position: "start", theme: { "--pocket-help-accent": "#123" } });
    expect(faults.map(({ found }) => found).sort()).toEqual([
      "widget.theme.--pocket-help-ink: an unknown key",
      'widget.theme.--pocket-help-radius: "red"',
    ]);
  });

  it("fills up what is said of answers, and leaves out what is wrong there", () => {
    const answersOf = (answers: object) => parseConfig(JSON.stringify({ answers }), "config.json").config.answers;
    expect(answersOf({ enabled: false, threshold: 1 })).toEqual({ enabled: false, threshold: 1, download: "ask" });
    expect(answersOf({ threshold: 2, download: "automatic" })).toEqual({ ...base.answers, download: "automatic" });
  });

  it.each([
    ["tabs", '{\n\t"name": "Shop",\n\t"sections": {\n\t\t"a": {\n\t\t\t"order": 1\n\t\t}\n\t}\n}'],
    ["a byte order mark", '\uFEFF{ "name": "Shop", "sections": { "a": { "order": 1 } } }'],
    ["Windows line ends", '{\r\n"name": "Shop",\r\n"sections": { "a": { "order": 1 } }\r\n}\r\n'],
    ["one line", '{"name":"\\u0053hop","sections":{"a":{"order":1}}}'],
  ])("reads JSON with %s", (_, text) => {
    expect(parseConfig(text, "config.json")).toEqual({
      config: { ...base, name: "Shop", sections: { a: { order: 1 } } },
      faults: [],
    });
  });

  it("accepts the configuration of the demo centre", async () => {
    const file = fileURLToPath(new URL("../../../content/config.json", import.meta.url));
    if (!existsSync(file)) return;
    const { config, faults } = await loadConfig(file, "config.json");
    expect(faults).toEqual([]);
    expect(config.contact.channels).toHaveLength(JSON.parse(readFileSync(file, "utf8")).contact.channels.length);
  });
});

it("loadConfig calls the file what the author calls it", async () => {
  const folder = await folderWith({ "site.json": '{ "nme": 1 }' });
  const { faults } = await loadConfig(`${folder}/site.json`, "conf/site.json");
  expect(faults.map(({ file, line }) => [file, line])).toEqual([["conf/site.json", 1]]);
});
