import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { inferenceResolve } from "./tools/inference-resolve.ts";
import { withoutModels } from "./tools/model-runtime.ts";
import { thirdPartyNotices } from "./tools/third-party-notices.ts";
import { traditionalMap } from "./tools/traditional-map.ts";

const notices = thirdPartyNotices("third-party-notices.txt");

/** Of what every page's scripts load later, that for which somebody may be waiting. */
const WAITED_FOR = /(^|\/)(search-dialog|start)-/;

/** What the device keeps, and what knows whether it is current: one file, since pages load it together. */
const KEPT_CONTENT =
  /src\/(client\/offline\/(content-updates|service-worker|site-content)|storage\/(caches|database|kept-store|manifest|sign-out-channel|use-database)|domain\/(pack|sign-in)|ui\/offline\/(dismissals|kept-content))\.ts$|node_modules\/idb\//;

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
    modulePreload: {
      polyfill: false,
      // What somebody waits for is fetched together with its parts. For the rest, the names of its parts would only make
      // the script longer that every page begins with.
      resolveDependencies: (file, parts, { hostId }) =>
        /(^|\/)(index|background)-/.test(hostId) && !WAITED_FOR.test(file) ? [] : [...parts],
    },
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    rollupOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: "kept-content", test: KEPT_CONTENT, includeDependenciesRecursively: false }],
        },
      },
    },
  },
});
