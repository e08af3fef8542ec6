import { copyFileSync } from "node:fs";
import { defineConfig } from "vite";

/**
 * Bundles the scripts for host pages: `widget.js` in the ordinary run, `widget-panel.js`, which it fetches, with
 * `--mode panel`, as a classic script has one entry. `widget.js` keeps its mark (`__POCKET_HELP_SITE__`): the content build
 * fills in the site's settings. Its types are shipped as they are written.
 */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: [
    {
      name: "widget-types",
      writeBundle() {
        for (const folder of ["lib", "lib/app"]) copyFileSync("src/widget/api.ts", `${folder}/widget.d.ts`);
      },
    },
  ],
  build: {
    outDir: "lib/app",
    emptyOutDir: false,
    target: ["chrome119", "firefox128", "safari17"],
    rollupOptions: {
      input: mode === "panel" ? "src/widget/loader/panel-main.ts" : "src/widget/loader/main.ts",
      output: { format: "iife", entryFileNames: mode === "panel" ? "widget-panel.js" : "widget.js" },
    },
  },
}));
