import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_THRESHOLD } from "../../../src/domain/answer";
import { appFolder as makeApp } from "../../support/app-folder";
import { pocketHelp } from "../../support/command-line";
import { emptyFolder, filesIn, folderWith } from "../../support/folders";

/** The folder of the built app; every test makes its own. */
const app = vi.hoisted(() => ({ folder: "" }));
vi.mock("../../../src/cli/package-files", () => ({ appFolder: () => app.folder, packageVersion: () => "1.2.3" }));

beforeEach(async () => {
  app.folder = await makeApp();
});

const GOOD = { "a.md": "# A\n\nText." };
const WARNING = { ...GOOD, "b.md": "# B\n\nText.\n\n![Map](gone.png)\n" };
const ERROR = { ...GOOD, "b.md": "# B\n\n[x](gone.md)\n\n[x](gone.md)\n" };
const NO_READER = { "config.json": '{ "models": { "reader": "none" } }' };
const BY_SENTENCES = `Answers: by scoring sentences, with nothing more to fetch; shown from a probability of ${DEFAULT_THRESHOLD}`;
const TEXT_OF_ERROR = [
  "b.md:3  error  broken-link (also line 5)",
  "    expected: the path of an article or file in the content folder",
  "    found:    gone.md",
].join("\n");

describe("check", () => {
  it.each([
    ["a clean folder", GOOD, [], 0],
    ["warnings", WARNING, [], 0],
    ["warnings, strictly", WARNING, ["--strict"], 1],
    ["errors", ERROR, [], 1],
  ])("%s", async (_, files, options, code) => {
    expect((await pocketHelp("check", "--content", await folderWith(files), ...options)).code).toBe(code);
  });

  it("prints every fault, repeats grouped, a count, and how questions are answered", async () => {
    expect(await pocketHelp("check", "--content", await folderWith({ ...ERROR, ...NO_READER }))).toEqual({
      code: 1,
      out: `${TEXT_OF_ERROR}\n\n2 articles checked; 2 errors\n${BY_SENTENCES}`,
      err: "",
    });
    expect((await pocketHelp("check", "--content", await folderWith({ ...GOOD, ...NO_READER }))).out).toBe(
      `1 article checked; no faults\n${BY_SENTENCES}`,
    );
  });

  it("prints JSON when asked", async () => {
    const { code, out } = await pocketHelp("check", "--json", "--content", await folderWith(ERROR));
    const report = JSON.parse(out) as { articles: number; faults: { line: number }[] };
    expect([code, report.articles, report.faults.map(({ line }) => line)]).toEqual([1, 2, [3, 5]]);
  });

  it("looks at staff articles unless told not to", async () => {
    const content = await folderWith({ ...GOOD, "s.md": "---\naudience: staff\n---\n[x](gone.md)" });
    expect((await pocketHelp("check", "--content", content)).code).toBe(1);
    expect((await pocketHelp("check", "--content", content, "--audience", "public")).code).toBe(0);
  });
});

describe("build", () => {
  it("builds around faults, tells them and what it left out, and succeeds", async () => {
    const wordsAlone = '{ "models": { "encoder": "none" }, "answers": { "enabled": false } }';
    const content = await folderWith({ ...ERROR, "c.md": Buffer.from([0xff]), "config.json": wordsAlone });
    const out = join(emptyFolder(), "dist");
    const result = await pocketHelp("build", "--content", content, "--out", out);
    expect(result.code).toBe(0);
    expect(result.err).toContain(TEXT_OF_ERROR);
    expect(result.err).toMatch(/\nLeft out: c\.md$/);
    expect(result.out).toMatch(
      new RegExp(
        `^2 articles \\(en\\) -> ${out}: 11 pages, \\d+ files, \\d+ kB in \\d+\\.\\d s; 3 errors\\n` +
          "Answers: none \\(answers\\.enabled is false\\)$",
      ),
    );
    expect(await filesIn(out)).toContain("en/b/index.html");
  });

  it("writes nothing when strict and anything is wrong, and fails", async () => {
    const out = join(emptyFolder(), "dist");
    const strict = ["--out", out, "--strict"];
    const failed = await pocketHelp("build", "--content", await folderWith(WARNING), ...strict);
    expect([failed.code, failed.out]).toEqual([1, ""]);
    expect(failed.err).toMatch(/\nNothing written: 1 warning, and --strict allows none\.$/);
    await expect(filesIn(out)).rejects.toThrow();
    expect((await pocketHelp("build", "--content", await folderWith(GOOD), ...strict)).code).toBe(0);
  });

  it("prints JSON when asked, and fails all the same", async () => {
    const out = join(emptyFolder(), "dist");
    const args = ["build", "--json", "--strict", "--out", out, "--content"];
    const good = await pocketHelp(...args, await folderWith(GOOD));
    expect([good.code, (JSON.parse(good.out) as { written: boolean }).written]).toEqual([0, true]);
    const bad = await pocketHelp(...args, await folderWith(WARNING));
    expect([bad.code, (JSON.parse(bad.out) as { written: boolean }).written]).toEqual([1, false]);
  });

  it("takes base, configuration and audience", async () => {
    const content = await folderWith({ ...GOOD, "s.md": "---\naudience: staff\n---\nText." });
    const config = join(await folderWith({ "c.json": '{ "name": "Desk" }' }), "c.json");
    const out = join(emptyFolder(), "dist");
    const options = ["--base", "/desk", "--config", config, "--audience", "staff"];
    expect((await pocketHelp("build", "--content", content, "--out", out, ...options)).code).toBe(0);
    const html = readFileSync(join(out, "en/s/index.html"), "utf8");
    expect(html).toContain("<title>S · Desk</title>");
    expect(html).toContain('href="/desk/favicon.svg"');
  });

  it("fails in words when the folder is not there, holds nothing, or the target is somebody else's", async () => {
    const content = await folderWith(GOOD);
    const foreign = await folderWith({ "thesis.doc": "" });
    const out = join(emptyFolder(), "dist");
    const rows: [string, string, RegExp][] = [
      ["/no/such", out, /^pocket-help: .*\/no\/such/],
      [emptyFolder(), out, /^pocket-help: .* holds no article to publish/],
      [content, foreign, /^pocket-help: .* holds files that pocket-help did not write \(thesis\.doc\)/],
    ];
    for (const [from, to, message] of rows) {
      const { code, err } = await pocketHelp("build", "--content", from, "--out", to);
      expect(code).toBe(1);
      expect(err).toMatch(message);
    }
  });
});

describe("a command line that makes no sense", () => {
  const HINT = "Run `pocket-help --help` for the commands and their options.";

  it.each([
    [["bild"], 'there is no command "bild"; there are build, serve, check, eval, models, key'],
    [["build", "--out", "x"], "--content is missing, for example --content ./articles"],
    [["build", "--content", "x"], "--out is missing, for example --out ./dist"],
    [["check", "--contents", "x"], "Unknown option '--contents'"],
    [["check", "--content", "x", "--audience", "all"], '--audience is public or staff, not "all"'],
    [["check", "--content", "my", "folder"], '"folder" belongs to no option'],
    [["serve", "--port", "http"], '--port is a number from 0 to 65535, not "http"'],
    [["serve", "--port", "70000"], '--port is a number from 0 to 65535, not "70000"'],
  ])("%j ends with code 2", async (args, message) => {
    expect(await pocketHelp(...args)).toEqual({ code: 2, out: "", err: `pocket-help: ${message}\n${HINT}` });
  });
});

describe("help", () => {
  it.each([[[]], [["help"]], [["--help"]], [["-h"]]])("lists the commands: %j", async (args) => {
    const { code, out } = await pocketHelp(...args);
    expect(code).toBe(0);
    expect(out).toMatch(/^pocket-help 1\.2\.3\n\nUsage: pocket-help COMMAND/);
    for (const command of ["build", "serve", "check"]) expect(out).toContain(`\n  ${command} `);
  });

  it.each(["build", "serve", "check", "eval"])("of %s begins with how it is called", async (command) => {
    const { code, out } = await pocketHelp(command, "--help");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^pocket-help ${command} `));
  });

  it("tells the version", async () => {
    expect((await pocketHelp("--version")).out).toBe("1.2.3");
  });
});

it("serve says what to run when there is no site", async () => {
  const folder = emptyFolder();
  expect(await pocketHelp("serve", folder)).toEqual({
    code: 1,
    out: "",
    err: `pocket-help: ${folder} holds no built site; run \`pocket-help build --content DIR --out ${folder}\` first.`,
  });
});
