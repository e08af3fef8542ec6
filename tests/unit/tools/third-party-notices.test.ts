import { expect, it } from "vitest";
import { packageFolder } from "../../../tools/third-party-notices";

it.each([
  ["/p/node_modules/preact/dist/preact.mjs", "/p/node_modules/preact"],
  ["/p/node_modules/@orama/orama/dist/index.js", "/p/node_modules/@orama/orama"],
  ["/p/node_modules/a/node_modules/@b/c/x.js", "/p/node_modules/a/node_modules/@b/c"],
  ["\0/p/node_modules/idb/build/index.js?commonjs", "/p/node_modules/idb"],
  ["C:\\p\\node_modules\\idb\\build\\index.js", "C:/p/node_modules/idb"],
  ["/p/src/main.ts", undefined],
  ["\0virtual:traditional-map", undefined],
])("packageFolder(%j) is the package whose licence is needed: %j", (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});
