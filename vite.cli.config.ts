import { defineConfig } from "vite";
import { modelRuntime } from "./tools/model-runtime.ts";
import { thirdPartyNotices } from "./tools/third-party-notices.ts";
import { traditionalMap } from "./tools/traditional-map.ts";

/** Bundles the command-line tool into one file with all its libraries, so that the package has no dependencies. */
export default defineConfig({
  plugins: [traditionalMap(), modelRuntime("public/models"), thirdPartyNotices("third-party-notices.txt").bundle],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  ssr: { noExternal: true, target: "node" },
  publicDir: false,
  build: {
    ssr: "src/cli/main.ts",
    outDir: "lib",
    emptyOutDir: false,
    target: "node20",
    minify: "oxc",
    rollupOptions: { output: { entryFileNames: "cli.js", chunkFileNames: "chunks/[name].js" } },
  },
});
