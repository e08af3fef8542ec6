import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { inferenceResolve } from "./tools/inference-resolve.ts";
import { withoutModels } from "./tools/model-runtime.ts";
import { thirdPartyNotices } from "./tools/third-party-notices.ts";
import { traditionalMap } from "./tools/traditional-map.ts";

const notices = thirdPartyNotices("third-party-notices.txt");

/** Builds the app once: `lib/app/` holds the shell (index.html), scripts and styles that every site shares. */
export default defineConfig({
  // Chunks find each other relative to themselves; the content build puts the site's base before the entry files.
  base: "./",
  plugins: [
    preact({ devToolsEnabled: false, prefreshEnabled: false }),
    traditionalMap(),
    notices.bundle,
    withoutModels(),
  ],
  resolve: inferenceResolve,
  worker: { format: "es", plugins: () => [traditionalMap(), notices.worker()] },
  build: {
    outDir: "lib/app",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: false,
  },
});
