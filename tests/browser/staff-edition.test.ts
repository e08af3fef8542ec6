import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashFile } from "../../src/pipeline/models/verify-model";
import { addFiles, filesIn } from "../support/folders";
import { useBrowser } from "./support/browser";
import { buildAndServe, pocketHelp, projectFolder, type TestSite } from "./support/sites";

/** Each stands in another part of a staff article: title, description, tag, question, heading, text, file, picture. */
const CANARIES = [
  "quokkatitle",
  "quokkadescription",
  "quokkatag",
  "quokkaquestion",
  "quokkaheading",
  "quokkabody",
  "quokkafile",
  "quokkapicture",
  "quokkasection",
  "quokkaredirect",
];

const browser = useBrowser();
const content = projectFolder("tests", "fixtures", "browser", "staff");
let open: TestSite;
let staff: TestSite;

beforeAll(async () => {
  open = await buildAndServe(content, "--base", "/");
  staff = await buildAndServe(content, "--base", "/", "--audience", "staff");
});
afterAll(async () => {
  await open?.remove();
  await staff?.remove();
});

/** Names and bytes of every file of a site, in one lower-case text. */
async function everything(site: TestSite): Promise<string> {
  const entries = await readdir(site.folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, "latin1")));
  return `${files.join("\n")}\n${texts.join("\n")}`.toLowerCase();
}

test("no byte of a public build knows a staff article; a staff build has all of it", async () => {
  const [publicText, staffText] = await Promise.all([everything(open), everything(staff)]);
  expect(CANARIES.filter((canary) => publicText.includes(canary))).toEqual([]);
  expect(CANARIES.filter((canary) => !staffText.includes(canary))).toEqual([]);
  expect(publicText).toContain("wombat");
});

test("related and popular articles, links and pictures of the public build are public; the staff build has all", async () => {
  const { page } = await browser.open();
  const links = async (site: TestSite, path: string) => {
    await page.goto(site.url + path);
    return page.locator("main a").evaluateAll((all: HTMLAnchorElement[]) => all.map((link) => link.pathname));
  };
  const internal = "/en/guides/quokkafile/";
  expect(await links(open, "en/")).toContain("/en/guides/open/");
  for (const path of ["en/", "en/guides/", "en/search/", "en/guides/open/"])
    expect(await links(open, path), path).not.toContain(internal);
  expect(await links(staff, "en/")).toContain(internal);
  // A link in the text, and the related article.
  expect((await links(staff, "en/guides/open/")).filter((link) => link === internal).length).toBeGreaterThan(1);
  const pictures = async ({ folder }: TestSite) => (await filesIn(folder)).filter((path) => path.startsWith("media/"));
  expect(await pictures(open)).toEqual([]);
  expect(await pictures(staff)).toHaveLength(1);
  expect(await filesIn(open.folder)).toContain("widget.js");
});

test("a public build is silent on staff articles to its author too, and no file of it knows them", async () => {
  const root = await mkdtemp(join(tmpdir(), "pocket-help-faults-"));
  try {
    const [folder, out] = [join(root, "content"), join(root, "site")];
    await cp(content, folder, { recursive: true });
    const same =
      "The gate opens at six, closes at nine, and the porter keeps the spare key in the green box by the door.";
    await addFiles(folder, {
      "en/guides/gate.md": `---\ntitle: When the gate opens\n---\n\n${same}\n`,
      "en/guides/quokkacopy.md": `---\ntitle: When the quokkagate opens\naudience: staff\n---\n\n${same} [Gone](quokkagone.md)\n`,
    });
    const built = await pocketHelp("build", "--content", folder, "--out", out, "--base", "/", "--json");
    const report = JSON.parse(built.stdout) as { articles: number; faults: { file: string; found: string }[] };
    expect(report.articles).toBe(2);
    // Of staff articles not even faults: neither the copy of a public one nor the broken link. What is told is what
    // public files themselves say, to whoever wrote them.
    expect(report.faults.filter(({ file }) => file.includes("quokka"))).toEqual([]);
    expect(JSON.stringify(report).match(/quokka\w*/g)).toEqual(["quokkafile", "quokkafile", "quokkafile"]);
    expect(built.stderr.toLowerCase()).not.toContain("quokka");
    const files = await filesIn(out);
    const texts = await Promise.all(files.map((path) => readFile(join(out, path), "latin1")));
    const published = `${files.join("\n")}\n${texts.join("\n")}`.toLowerCase();
    expect(published).toContain("green box");
    expect(published).not.toContain("quokka");
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}, 60_000);

test("counts, manifest and sitemap of the public build leave staff articles out", async () => {
  const { page } = await browser.open();
  const manifest = async (site: TestSite) => {
    const response = await page.request.get(`${site.url}packs/manifest.json`);
    const { locales } = (await response.json()) as { locales: { sections: { section: string; articles: number }[] }[] };
    return locales.flatMap(({ sections }) => sections.map(({ section, articles }) => `${section} ${articles}`)).sort();
  };
  expect(await manifest(open)).toEqual(["guides 1"]);
  expect(await manifest(staff)).toEqual(["guides 2", "quokkasection 1"]);
  const cards = async (site: TestSite) => {
    await page.goto(`${site.url}en/`);
    return (await page.locator("main").textContent()) ?? "";
  };
  expect(await cards(open)).toContain("1 article");
  expect(await cards(staff)).toContain("2 articles");
  const sitemap = async (site: TestSite) => (await page.request.get(`${site.url}sitemap.xml`)).status();
  expect(await sitemap(open)).toBe(200);
  expect(await sitemap(staff)).toBe(404);
  expect(await (await page.request.get(`${staff.url}robots.txt`)).text()).toContain("Disallow: /");
});

test("a public article's link to a staff article leads nowhere new, and its words stay", async () => {
  const { page } = await browser.open();
  await page.goto(`${open.url}en/guides/open/`);
  expect(await page.locator("article").textContent()).toContain("Ask a colleague");
  await page.goto(`${staff.url}en/guides/open/`);
  await page.getByRole("link", { name: "Ask a colleague" }).click();
  expect(await page.locator("h1").textContent()).toContain("Quokkatitle");
});

test("the staff edition says so on every page and marks internal articles", async () => {
  const { page } = await browser.open();
  for (const path of ["en/", "en/guides/", "en/guides/open/", "en/search/", "en/contact/", "404.html"]) {
    await page.goto(staff.url + path);
    expect(await page.locator(".staff-banner").isVisible(), path).toBe(true);
  }
  await page.goto(`${staff.url}en/guides/quokkafile/`);
  expect(await page.locator("article").getByText("Staff only").isVisible()).toBe(true);
  expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
});

/** Of the tiny encoder: one byte for each dimension. */
const BYTES_OF_A_ROW = 16;

/** Numbers of a build: what the tool reports, and per section what its files hold. */
interface Measured {
  readonly report: string;
  readonly passages: number;
  /** Rows of the vectors of all sections. */
  readonly rows: number;
}

test("meanings are built of public passages alone: vectors, counts and what the build reports", async () => {
  const root = await mkdtemp(join(tmpdir(), "pocket-help-audience-"));
  try {
    const [both, withoutStaff] = [join(root, "both"), join(root, "public")];
    await withTinyEncoder(both);
    await withTinyEncoder(withoutStaff);
    for (const path of ["en/guides/quokkafile.md", "en/quokkasection"])
      await rm(join(withoutStaff, path), { recursive: true });
    const [open, only, staff] = [
      await measure(both, join(root, "1")),
      await measure(withoutStaff, join(root, "2")),
      await measure(both, join(root, "3"), "--audience", "staff"),
    ];
    expect(open.rows).toBe(open.passages);
    expect(open).toEqual(only);
    expect(staff.rows).toBe(staff.passages);
    expect(staff.rows).toBeGreaterThan(open.rows);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}, 180_000);

/** The content of both audiences, with an encoder whose vectors the build makes. */
async function withTinyEncoder(folder: string): Promise<void> {
  const model = projectFolder("tests", "fixtures", "models", "tiny-encoder");
  await cp(content, folder, { recursive: true });
  await cp(model, join(folder, "models/acme/tiny"), { recursive: true });
  const files = await Promise.all(
    (await filesIn(model)).map(async (path) => ({ path, ...(await hashFile(join(model, path))) })),
  );
  const settings = { dtype: "q8", pooling: "mean", prefixes: { query: "", passage: "" }, dimensions: 16 };
  const pin = { role: "encoder", id: "acme/tiny", source: "", revision: "", licence: "mit", ...settings, files };
  const config = JSON.parse(await readFile(join(content, "config.json"), "utf8")) as object;
  await addFiles(folder, {
    "config.json": JSON.stringify({ ...config, models: { encoder: "acme/tiny" }, popular: [], sections: {} }),
    "models/models.json": JSON.stringify({ version: 1, models: [pin] }),
  });
}

async function measure(folder: string, out: string, ...args: string[]): Promise<Measured> {
  const { stdout } = await pocketHelp("build", "--content", folder, "--out", out, "--base", "/", ...args);
  const json = async (path: string) => JSON.parse(await readFile(join(out, path), "utf8"));
  const [{ sections }] = (await json("packs/manifest.json")).locales;
  let [passages, rows] = [0, 0];
  for (const section of sections) {
    const pack = await json(section.pack.path);
    for (const article of pack.articles) passages += article.passages.length;
    rows += section.vectors.size / BYTES_OF_A_ROW;
  }
  return { report: stdout.replace(/\d+(\.\d+)? m?s/g, "").replaceAll(out, ""), passages, rows };
}
