import { defineConfig } from "vite";
import { thirdPartyNotices } from "./tools/third-party-notices.ts";

/**
 * Bundles the service worker into one classic script beside the app. It keeps its two marks (`self.__WB_MANIFEST`,
 * `self.__SITE_FACTS__`): the content build fills them, because only it knows the site's style sheet and languages.
 */
export default defineConfig({
  publicDir: false,
  plugins: [thirdPartyNotices("service-worker-notices.txt").bundle],
  build: {
    outDir: "lib/app",
    emptyOutDir: false,
    target: "es2022",
    rollupOptions: {
      input: "src/sw/main.ts",
      output: { format: "iife", entryFileNames: "sw.js" },
    },
  },
});
