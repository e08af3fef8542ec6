import { folderWith } from "./folders";

export const APP_FILES = {
  "index.html": `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <!-- A remark of ours. -->
    <!--page:head-->
    <script type="module" crossorigin src="./assets/index-abc.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/chunk-def.js">
    <link rel="stylesheet" crossorigin href="./assets/style-ghi.css">
  </head>
  <body>
    <!--page:body-->
  </body>
</html>
`,
  "assets/index-abc.js": "import './chunk-def.js'",
  "assets/chunk-def.js": "export {}",
  "assets/style-ghi.css": "body{margin:0}",
  "favicon.svg": "<svg/>",
};

/** A folder like the one that Vite builds, for tests that need a shell around their pages. */
export function appFolder(files: Readonly<Record<string, string>> = APP_FILES): Promise<string> {
  return folderWith(files);
}
