/** Runs a TypeScript module of this folder with the project's own sources: `npx tsx training/run.ts FILE [ARGUMENTS]`. */
import { resolve } from "node:path";
import { createServer } from "vite";
import { traditionalMap } from "../tools/traditional-map.ts";

const [file = "", ...args] = process.argv.slice(2);
const server = await createServer({
  configFile: false,
  plugins: [traditionalMap()],
  logLevel: "warn",
  appType: "custom",
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const module = (await server.ssrLoadModule(resolve(file))) as { main(args: readonly string[]): Promise<void> };
  await module.main(args);
} finally {
  await server.close();
}
