import { defineConfig } from "vite";
import { traditionalMap } from "./tools/traditional-map";

/** Bundles the command-line tool into one file with all its libraries, so that the package has no dependencies. */
export default defineConfig({
  plugins: [traditionalMap()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  ssr: { noExternal: true, target: "node" },
  publicDir: false,
  build: {
    ssr: "src/cli/main.ts",
    outDir: "lib",
    emptyOutDir: false,
    target: "node20",
    minify: false,
    rollupOptions: { output: { entryFileNames: "cli.js" } },
  },
});
