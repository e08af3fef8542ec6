import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { givenSecrets } from "../../../src/cli/secrets";
import { hostKeyBytes } from "../../../src/vault/keys";
import { appFolder as makeApp } from "../../support/app-folder";
import { pocketHelp } from "../../support/command-line";
import { emptyFolder, filesIn, folderWith } from "../../support/folders";

/** The folder of the built app; every test makes its own. */
const app = vi.hoisted(() => ({ folder: "" }));
vi.mock("../../../src/cli/package-files", () => ({ appFolder: () => app.folder, packageVersion: () => "1.2.3" }));

beforeEach(async () => {
  app.folder = await makeApp();
  vi.stubEnv("POCKET_HELP_PASSPHRASE", undefined);
  vi.stubEnv("POCKET_HELP_KEY", undefined);
  return () => vi.unstubAllEnvs();
});

const config = (sections: readonly string[]) =>
  JSON.stringify({ models: { encoder: "none" }, answers: { enabled: false }, sealed: { sections } }, undefined, 1);
const FILES = {
  "config.json": config(["pay"]),
  "open/a.md": "# A\n\nText.",
  "pay/b.md": "# B\n\nSecret.",
};

it("`key` prints another key every time", async () => {
  const [first, second] = [await pocketHelp("key"), await pocketHelp("key")];
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(hostKeyBytes(first.out)).toHaveLength(32);
  expect(first.out).not.toBe(second.out);
});

describe("secrets", () => {
  it("come from files before the environment, and one that is empty in the environment is none", async () => {
    const folder = await folderWith({ "pass.txt": "from a file\n", "empty.txt": " \n" });
    const file = join(folder, "pass.txt");
    const environment = { POCKET_HELP_PASSPHRASE: "from the environment", POCKET_HELP_KEY: " " };
    expect(await givenSecrets({}, environment)).toEqual({
      passphrase: { value: "from the environment", source: "POCKET_HELP_PASSPHRASE" },
    });
    expect(await givenSecrets({ "passphrase-file": file }, environment)).toEqual({
      passphrase: { value: "from a file\n", source: file },
    });
    await expect(givenSecrets({ "key-file": join(folder, "empty.txt") }, {})).rejects.toThrow("empty.txt is empty");
    await expect(givenSecrets({ "key-file": join(folder, "gone.txt") }, {})).rejects.toThrow("gone.txt");
  });
});

describe("build", () => {
  it("seals with a secret of the environment and tells how much", async () => {
    const [content, out] = [await folderWith(FILES), join(emptyFolder(), "dist")];
    vi.stubEnv("POCKET_HELP_PASSPHRASE", "correct horse battery staple");
    const text = await pocketHelp("build", "--content", content, "--out", out);
    expect(text).toMatchObject({ code: 0, err: "" });
    expect(text.out).toMatch(/^2 articles \(en\).*\nSealed: 1 article of these, in \d+ encrypted files\nAnswers/);
    const header = JSON.parse(await readFile(join(out, "sealed/vault.json"), "utf8")) as object;
    expect(header).toMatchObject({ version: 1, passphrase: { iterations: 600_000 } });
    expect(header).not.toHaveProperty("hosted");
    const { out: json } = await pocketHelp("build", "--content", content, "--out", out, "--json");
    expect(JSON.parse(json)).toMatchObject({ articles: 2, sealed: { articles: 1 } });
  });

  it("fails without one, says where and why, and leaves an earlier site standing", async () => {
    const [content, out] = [await folderWith(FILES), await folderWith({ ".pocket-help": "", "index.html": "Earlier" })];
    const { code, err } = await pocketHelp("build", "--content", content, "--out", out);
    expect(code).toBe(1);
    expect(err).toMatch(/nothing is written.*\nconfig\.json:8 {2}error {2}sealed\n/);
    expect(err).toContain("--passphrase-file");
    expect(await filesIn(out)).toEqual([".pocket-help", "index.html"]);
  });

  it("takes no secret on the command line", async () => {
    const { code } = await pocketHelp("build", "--content", "a", "--out", "b", "--passphrase", "secret");
    expect(code).toBe(2);
  });
});

describe("check", () => {
  it("needs no secret and finds what is wrong in sealed articles too", async () => {
    const content = await folderWith({ ...FILES, "pay/b.md": "# B\n\n[x](gone.md)\n" });
    const { code, out } = await pocketHelp("check", "--content", content);
    expect(code).toBe(1);
    expect(out).toMatch(/^pay\/b\.md:3 {2}error {2}broken-link\n/);
    expect(out).toContain("2 articles checked; 1 error");
  });

  it("finds a sealed section that is not there", async () => {
    const content = await folderWith({ ...FILES, "config.json": config(["pay", "pya"]) });
    const { code, out } = await pocketHelp("check", "--content", content);
    expect(code).toBe(1);
    expect(out).toMatch(/^config\.json:\d+ {2}error {2}sealed\n.*\(open, pay\)\n {4}found: {4}"pya"/);
  });
});
