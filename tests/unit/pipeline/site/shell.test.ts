import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { brandCss } from "../../../../src/pipeline/site/brand";
import { loadShell } from "../../../../src/pipeline/site/shell";
import { APP_FILES, appFolder } from "../../../support/app-folder";
import { emptyFolder } from "../../../support/folders";

const css = `body{margin:0}${brandCss("#112233")}`;
const cssPath = `assets/site-${createHash("sha256").update(css).digest("hex").slice(0, 10)}.css`;

describe("loadShell", () => {
  it("puts the base before the app's files, fills the marks and sets the language", async () => {
    const shell = await loadShell(await appFolder(), "/help/", "#112233");
    expect(shell.page("<title>$& $1</title>", "<main>$'</main>", { lang: "zh-CN", dir: "ltr" })).toBe(
      [
        "<!doctype html>",
        '<html lang="zh-CN" dir="ltr">',
        "<head>",
        '<meta charset="utf-8" />',
        "<title>$& $1</title>",
        '<script type="module" src="/help/assets/index-abc.js"></script>',
        '<link rel="modulepreload" href="/help/assets/chunk-def.js">',
        `<link rel="stylesheet" href="/help/${cssPath}">`,
        "</head>",
        "<body>",
        "<main>$'</main>",
        "</body>",
        "</html>",
        "",
      ].join("\n"),
    );
  });

  it("joins the site's colours to the app's style sheet under a name of their own, and copies the rest", async () => {
    const { files } = await loadShell(await appFolder(), "/", "#112233");
    expect(Object.fromEntries(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]))).toEqual({
      [cssPath]: css,
      "assets/index-abc.js": APP_FILES["assets/index-abc.js"],
      "assets/chunk-def.js": APP_FILES["assets/chunk-def.js"],
      "favicon.svg": APP_FILES["favicon.svg"],
    });
  });

  it("says what to run when there is no app", async () => {
    const folder = emptyFolder();
    await expect(loadShell(folder, "/", "#112233")).rejects.toThrow(
      `No built app in ${folder}; run \`npm run build:app\` first.`,
    );
  });

  it("says what is wrong with an app without style sheet or marks", async () => {
    const withoutStyle = await appFolder({ "index.html": "<html><!--page:head--><!--page:body--></html>" });
    await expect(loadShell(withoutStyle, "/", "#112233")).rejects.toThrow("has no style sheet");
    const withoutMark = await appFolder({
      ...APP_FILES,
      "index.html": APP_FILES["index.html"].replace("<!--page:body-->", ""),
    });
    await expect(loadShell(withoutMark, "/", "#112233")).rejects.toThrow(
      "index.html has lost its <!--page:body--> mark.",
    );
  });
});
