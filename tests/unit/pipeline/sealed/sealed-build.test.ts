import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { RootManifest } from "../../../../src/domain/pack";
import { ok } from "../../../../src/domain/result";
import { VAULT_FILE, type VaultHeader } from "../../../../src/domain/vault";
import { type BuildOptions, type BuildReport, buildSite } from "../../../../src/pipeline/build";
import { newHostKey } from "../../../../src/vault/keys";
import { type OpenVault, openVault, readSealed, type VaultSecret } from "../../../../src/vault/open-vault";
import { appFolder } from "../../../support/app-folder";
import { addFiles, emptyFolder, filesIn, folderWith } from "../../../support/folders";
import { png } from "../../../support/png";

// Most tests build two or three sites.
vi.setConfig({ testTimeout: 30_000 });

/** Each stands in another part of what is sealed. */
const CANARIES = [
  "numbattitle",
  "numbatdescription",
  "numbattag",
  "numbatquestion",
  "numbatheading",
  "numbatbody",
  "numbatfile",
  "numbatpicture",
  "numbatdownload",
  "numbatsection",
  "numbatconfig",
  "numbatbelow",
  "numbatredirect",
  "numbatstub",
  "numbathidden",
  "numbatnotice",
  "numbatembed",
  "numbatcategory",
  "袋食蚁兽标题",
  "袋食蚁兽正文",
  "袋食蚁兽栏目",
];
/** Stand in what is open. */
const OPEN = ["wombatbody", "wombatpicture", "袋熊正文"];

const PASSPHRASE = "correct horse battery staple";
const SECTIONS = ["Numbatsection", "袋食蚁兽栏目", "other"];
const SEALED_ARTICLE = `---
title: Numbattitle
description: numbatdescription
tags: [numbattag, shared]
alsoAskedAs: ["Where is the numbatquestion?"]
updated: 2026-05-01
popular: true
redirect: [/numbatredirect.html]
---
## Numbatheading

The numbatbody. See [the open one](../guides/open.md).

![Numbat](../../images/numbatpicture.png) ![Both](../../images/wombatpicture.png)

[Download](../../images/numbatdownload.txt)
`;
const OPEN_ARTICLE = `---
title: Open
tags: [shared]
updated: 2026-01-01
related: [../numbatsection/numbatfile.md]
---
The wombatbody. [Ask a colleague](../numbatsection/numbatfile.md) first.

![Both](../../images/wombatpicture.png)

![[numbathidden]]
`;
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "config.json": config({ sections: SECTIONS, lockAfterMinutes: 3 }),
  "images/numbatpicture.png": png(12, 10),
  "images/wombatpicture.png": png(20, 10),
  "images/numbatdownload.txt": "numbatdownload",
  "en/guides/open.md": OPEN_ARTICLE,
  "en/guides/other.md": "# Another\n\nNothing more.\n",
  "en/numbatsection/numbatfile.md": SEALED_ARTICLE,
  "en/numbatsection/_category_.json": '{ "label": "Numbatcategory" }',
  "en/numbatsection/deep numbatbelow/inside.md": "# Inside\n\nnumbatbody\n",
  "en/numbatsection/numbathidden.md": "---\nhidden: true\n---\nThe numbatembed.\n",
  "en/numbatsection/numbatstub.md": "---\nredirectTo: ./numbatfile.md\n---\n",
  "en/other/one.md": "# One more\n\nThe koalabody.\n",
  "de/numbatsection/numbatfile.md": "# Numbattitle\n\nThe numbatbody, in a language that nobody has listed.\n",
  "en/notices/soon.md": "---\nsections: [numbatsection]\n---\nThe numbatnotice.\n",
  "zh/guides/open.md": "# 公开\n\n袋熊正文。\n",
  "zh/袋食蚁兽栏目/一.md": "# 袋食蚁兽标题\n\n袋食蚁兽正文。\n",
};

function config(sealed?: unknown): string {
  return JSON.stringify(
    {
      name: "Help",
      siteUrl: "https://x.example/help/",
      locales: ["en", "zh"],
      sections: { numbatsection: { description: "numbatconfig" } },
      popular: ["numbatsection/numbatfile"],
      ...(sealed !== undefined && { sealed }),
    },
    undefined,
    1,
  );
}

const given = (value: string, source = "POCKET_HELP_PASSPHRASE") => ({ value, source });
const byPassphrase = { passphrase: given(PASSPHRASE) };

interface Built {
  readonly report: BuildReport;
  readonly out: string;
  /** Path -> bytes of every file. */
  readonly files: ReadonlyMap<string, Buffer>;
}

async function build(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<BuildOptions> = {},
): Promise<Built> {
  return buildFolder(await folderWith(files), options);
}

async function buildFolder(content: string, options: Partial<BuildOptions> = {}): Promise<Built> {
  const out = options.out ?? join(emptyFolder(), "dist");
  const app = await appFolder();
  const report = await buildSite({ content, app, audience: "public", strict: false, iterations: 10, ...options, out });
  const paths = report.written ? await filesIn(out) : [];
  const bytes = await Promise.all(paths.map(async (path) => [path, await readFile(join(out, path))] as const));
  return { report, out, files: new Map(bytes) };
}

let site: Promise<Built & { readonly plain: ReadonlyMap<string, Buffer> }> | undefined;

/** The sealed site and the plain files of its vault, made once for all tests. */
function sealedSite() {
  site ??= build(FILES, { secrets: byPassphrase }).then(async (built) => ({
    ...built,
    plain: await unsealed(built, { passphrase: PASSPHRASE }),
  }));
  return site;
}

/** Those of the words that stand in the name or in the bytes of some file, in any case. */
function found(words: readonly string[], files: ReadonlyMap<string, Buffer>): string[] {
  const all = [...files].flatMap(([path, bytes]) => [
    path.toLowerCase(),
    decoded(path),
    bytes.toString("latin1").toLowerCase(),
    decoded(bytes.toString("utf8")),
  ]);
  return words.filter((word) => all.some((text) => text.includes(word)));
}

function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (code) => Buffer.from(code.replaceAll("%", ""), "hex").toString("utf8"));
}

async function vaultOf({ files }: Pick<Built, "files">, secret: VaultSecret): Promise<OpenVault> {
  const header = JSON.parse(files.get(VAULT_FILE)!.toString()) as VaultHeader;
  const vault = await openVault(header, secret, async ({ path }) => ok(files.get(path)!));
  if (!vault.ok) throw new Error(vault.error.code);
  return vault.value;
}

/** The plain files of a vault. */
async function unsealed(built: Built, secret: VaultSecret): Promise<Map<string, Buffer>> {
  const vault = await vaultOf(built, secret);
  const plain = new Map<string, Buffer>();
  for (const [path, entry] of Object.entries(vault.index.files)) {
    const read = await readSealed(vault, entry.path, built.files.get(entry.path)!);
    if (!read.ok) throw new Error(`${path}: ${read.error.code}`);
    plain.set(path, Buffer.from(read.value));
  }
  return plain;
}

describe("a site with sealed sections", () => {
  it("knows nothing of them in any name or byte, and everything with the key", async () => {
    const built = await sealedSite();
    const { plain } = built;
    expect(found(CANARIES, built.files)).toEqual([]);
    expect(found(OPEN, built.files)).toEqual(OPEN);
    expect(found(CANARIES, plain)).toEqual(CANARIES);
  });

  const content = (path: string) => /\.html$|^packs\/|^media\/|^updates\.json$/.test(path);

  it("is, without the vault, byte for byte the site that never had these articles", async () => {
    const built = await sealedSite();
    const rest = Object.entries(FILES).filter(
      ([path]) => !/numbat(section|picture|download)|袋食蚁兽|notices/.test(path),
    );
    const text = config({ sections: ["other"], lockAfterMinutes: 3 });
    const without = await build({ ...Object.fromEntries(rest), "config.json": text }, { secrets: byPassphrase });
    const open = ({ files }: Built) => new Map([...files].filter(([path]) => !path.startsWith("sealed/")));
    expect([...open(built).keys()]).toEqual([...open(without).keys()]);
    for (const [path, bytes] of open(built)) expect(bytes.equals(without.files.get(path)!), path).toBe(true);
  });

  it("is, with the vault laid over it, byte for byte the site that has these articles open", async () => {
    const { files, plain } = await sealedSite();
    const text = config({ sections: ["other"], lockAfterMinutes: 3 });
    const open = await build({ ...FILES, "config.json": text }, { secrets: byPassphrase });
    const whole = new Map([...open.files, ...(await unsealed(open, { passphrase: PASSPHRASE }))]);
    for (const [path, bytes] of whole) {
      if (!content(path)) continue;
      // What only the edition without `other` needs is named by none of the files compared here.
      if (open.files.has(path) && path.startsWith("packs/") && !plain.has(path) && !files.has(path)) continue;
      expect((plain.get(path) ?? files.get(path))?.equals(bytes) ?? false, path).toBe(true);
    }
  });

  it("holds in the vault what differs, and no more: no app, no file for hosts, no picture that stands open", async () => {
    const built = await sealedSite();
    const { plain } = built;
    const paths = [...plain.keys()];
    expect(paths.filter((path) => !content(path))).toEqual([]);
    expect(
      paths
        .filter((path) => path.startsWith("media/"))
        .map((path) => path.replace(/-[^-]*$/, ""))
        .sort(),
    ).toEqual(["media/numbatdownload", "media/numbatpicture"]);
    for (const [path, bytes] of plain) expect(built.files.get(path)?.equals(bytes) ?? false, path).toBe(false);
  });

  it("counts, lists and dates without them", async () => {
    const built = await sealedSite();
    const manifest = JSON.parse(built.files.get("packs/manifest.json")!.toString()) as RootManifest;
    expect(manifest.updated).toBe("2026-01-01");
    expect(manifest.locales.map(({ sections }) => sections.map((s) => `${s.section} ${s.articles}`))).toEqual([
      ["guides 2"],
      ["guides 1"],
    ]);
    expect(built.files.get("sitemap.xml")!.toString()).not.toContain("unlock");
  });

  it("keeps the words of a link to them, leads to the page that unlocks, and says so to every page's script", async () => {
    const built = await sealedSite();
    const { plain } = built;
    const page = built.files.get("en/guides/open/index.html")!.toString();
    expect(page).toContain('<a href="#">Ask a colleague</a>');
    expect(page).toContain('"sealed":{"unlock":"/help/en/unlock/","lockAfterMinutes":3}');
    expect(built.files.has("zh/unlock/index.html")).toBe(true);
    expect(built.files.get("sw.js")?.toString() ?? "unlock").toContain("unlock");
    expect(plain.get("en/guides/open/index.html")!.toString()).toContain("/help/en/numbatsection/numbatfile/");
  });

  it("tells its author what is sealed, and faults once", async () => {
    const built = await sealedSite();
    const { plain } = built;
    expect(built.report.sealed).toEqual({ articles: 6, files: plain.size });
    expect(built.report.articles).toBe(9);
    const { report: whole } = await build({ ...FILES, "config.json": config() });
    expect(built.report.faults).toEqual(whole.faults);
  });

  it("has the media type of each file in its index", async () => {
    const built = await sealedSite();
    const { index } = await vaultOf(built, { passphrase: PASSPHRASE });
    const types = Object.entries(index.files).map(([path, { type }]) => `${path.split(".").at(-1)} ${type}`);
    expect([...new Set(types)].sort()).toEqual([
      "html text/html",
      "json application/json",
      "png image/png",
      "txt text/plain",
    ]);
  });
});

describe("building a sealed site again", () => {
  const bins = ({ files }: Built) => [...files.keys()].filter((path) => path.endsWith(".bin"));

  it("gives the same bytes, and other ones throughout with another passphrase", async () => {
    const content = await folderWith(FILES);
    const first = await buildFolder(content, { secrets: byPassphrase });
    const second = await buildFolder(content, { secrets: byPassphrase, out: first.out });
    expect(second.files).toEqual(first.files);
    const secrets = { passphrase: given("an entirely new one") };
    const rotated = await buildFolder(content, { secrets, out: first.out });
    expect(bins(rotated).filter((path) => first.files.has(path))).toEqual([]);
    await expect(vaultOf(rotated, { passphrase: PASSPHRASE })).rejects.toThrow("vault-wrong-key");
  });

  it("changes, after an edit, the files it must", async () => {
    const content = await folderWith(FILES);
    const first = await buildFolder(content, { secrets: byPassphrase });
    await addFiles(content, { "en/numbatsection/deep numbatbelow/inside.md": "# Inside\n\nanother numbatbody\n" });
    const edited = await buildFolder(content, { secrets: byPassphrase, out: first.out });
    const before = await vaultOf(first, { passphrase: PASSPHRASE });
    const after = await vaultOf(edited, { passphrase: PASSPHRASE });
    const changed = Object.entries(after.index.files).filter(
      ([path, { path: at }]) => before.index.files[path]?.path !== at,
    );
    expect(changed.map(([path]) => path.replace(/[0-9a-f]{16}/, "*")).sort()).toEqual([
      "en/numbatsection/deep-numbatbelow/index.html",
      "en/numbatsection/deep-numbatbelow/inside/index.html",
      "packs/*.json",
      "packs/*.json",
      "packs/*.json",
      "packs/manifest.json",
      "updates.json",
    ]);
    // The index changes with them.
    expect(bins(edited).filter((path) => !first.files.has(path))).toHaveLength(changed.length + 1);
  });

  it("opens by the key of a host as well as by a passphrase", async () => {
    const hostKey = newHostKey();
    const built = await build(FILES, { secrets: { ...byPassphrase, hostKey: given(`${hostKey}\n`, "key.txt") } });
    const [one, other] = await Promise.all([
      unsealed(built, { hostKey }),
      unsealed(built, { passphrase: `${PASSPHRASE}\n` }),
    ]);
    expect(one).toEqual(other);
  });
});

describe("a site all of whose articles are sealed", () => {
  it("has its own pages in every language, and no article", async () => {
    const built = await build(
      {
        "config.json": JSON.stringify({ sealed: { sections: ["numbatsection", "袋食蚁兽栏目"] } }),
        "en/numbatsection/numbatfile.md": "# Numbattitle\n\nnumbatbody\n",
        "zh/袋食蚁兽栏目/一.md": "# 袋食蚁兽标题\n\n袋食蚁兽正文。\n",
      },
      { secrets: byPassphrase },
    );
    expect(found(CANARIES, built.files)).toEqual([]);
    for (const page of ["index.html", "en/index.html", "zh/index.html", "en/search/index.html", "zh/unlock/index.html"])
      expect(built.files.has(page), page).toBe(true);
    const home = (locale: string) => built.files.get(`${locale}/index.html`)!.toString();
    expect(home("en")).toContain('The articles here are for people who have the passphrase. <a href="/en/unlock/"');
    expect(home("zh")).toContain("这里的文章仅供持有口令的人阅读。");
    const manifest = JSON.parse(built.files.get("packs/manifest.json")!.toString()) as RootManifest;
    expect(manifest.locales.map(({ locale, sections }) => `${locale} ${sections.length}`)).toEqual(["en 0", "zh 0"]);
    expect((await unsealed(built, { passphrase: PASSPHRASE })).has("zh/袋食蚁兽栏目/一/index.html")).toBe(true);
  });
});

describe("with audiences", () => {
  const files = {
    ...FILES,
    "en/numbatsection/staff.md": "---\naudience: staff\n---\nstaffword\n",
    "en/onlystaff/one.md": "---\naudience: staff\n---\nstaffword\n",
    "config.json": config({ sections: [...SECTIONS, "onlystaff"] }),
  };

  it("a public build has staff articles neither open nor sealed; a staff build seals them", async () => {
    const open = await build(files, { secrets: byPassphrase });
    const staff = await build(files, { secrets: byPassphrase, audience: "staff" });
    expect(found(["staffword"], await unsealed(open, { passphrase: PASSPHRASE }))).toEqual([]);
    expect(found(["staffword", ...CANARIES], staff.files)).toEqual([]);
    expect(found(["staffword"], await unsealed(staff, { passphrase: PASSPHRASE }))).toEqual(["staffword"]);
  });

  it("an edition without any sealed article has no vault and needs no secret", async () => {
    const { files: built, report } = await build({
      "config.json": config({ sections: ["onlystaff"] }),
      "en/guides/open.md": "# Open\n\nwombatbody\n",
      "en/onlystaff/one.md": "---\naudience: staff\n---\nstaffword\n",
    });
    expect([...built.keys()].filter((path) => /sealed|unlock/.test(path))).toEqual([]);
    expect(report.sealed).toBeUndefined();
  });
});

describe("nothing is written, and the reason told with file and line,", () => {
  const attempt = async (text: string, options: Partial<BuildOptions> = {}) => {
    const out = join(emptyFolder(), "dist");
    const error = await build({ ...FILES, "config.json": text }, { out, ...options }).catch((error: Error) => error);
    if (!(error instanceof Error)) throw new Error("It was built.");
    expect(await filesIn(out).catch(() => [])).toEqual([]);
    return error.message;
  };

  it("without a secret", async () => {
    const message = await attempt(config({ sections: SECTIONS }));
    expect(message).toMatch(/config\.json:\d+ {2}error {2}sealed\n {4}expected: .*POCKET_HELP_PASSPHRASE/);
    expect(message).toContain("found:    no secret");
    expect(await attempt(config({ sections: SECTIONS }), { secrets: {} })).toBe(message);
  });

  it.each([
    [
      "a section that is not there",
      config({ sections: ["numbatsection", "numbatsektion"] }),
      /:19 .*sealed\n.*guides, numbatsection.*\n.*"numbatsektion"/,
    ],
    ["no section at all", config({ sections: ["/"] }), /sealed\n.*\n.*"\/"/],
    ["a text instead of a list", config({ sections: "numbatsection" }), /:17 .*\n.*a list/],
    ["a misspelt key", config().replace("{", '{"Sealed": { "sections": ["numbatsection"] },'), /one of the known keys/],
    [
      "a key of another name with the same in it",
      config().replace("{", '{"locked": { "sections": ["numbatsection"] },'),
      /locked: an unknown key/,
    ],
    [
      "a key out of its place",
      config().replace('"numbatconfig"', '"numbatconfig", "sealed": true'),
      /sections\.numbatsection\.sealed: an unknown key/,
    ],
    ["a misspelt key inside", config({ section: ["numbatsection"] }), /sealed\.section: an unknown key/],
    ["a file that does not parse", `${config({ sections: SECTIONS })} }`, /expected: JSON/],
  ])("for %s, with a secret and without", async (_, text, message) => {
    expect(await attempt(text, { secrets: byPassphrase })).toMatch(message);
    expect(await attempt(text)).toMatch(message);
  });

  it("when a secret is given and nothing is sealed", async () => {
    const text = config().replace('"name"', '"locked": ["numbatsection"], "name"');
    expect(await attempt(text, { secrets: byPassphrase })).toMatch(/config\.json.*\n.*POCKET_HELP_PASSPHRASE gives/);
  });

  it("for a key that is none, without telling it", async () => {
    const message = await attempt(config({ sections: SECTIONS }), {
      secrets: { hostKey: given("hunter2", "key.txt") },
    });
    expect(message).toMatch(/key\.txt:1 .*\n.*pocket-help key/);
    expect(message).not.toContain("hunter2");
  });
});

it("warns of a weak passphrase, without telling it", async () => {
  const { report } = await build(FILES, { secrets: { passphrase: given("口令一二三四") } });
  const weak = report.faults.filter(({ code }) => code === "sealed");
  expect(weak).toMatchObject([{ severity: "warning", file: "POCKET_HELP_PASSPHRASE", line: 1, found: "6 characters" }]);
  const { report: strict } = await build(FILES, { secrets: { passphrase: given("口令一二三四") }, strict: true });
  expect(strict.written).toBe(false);
});
