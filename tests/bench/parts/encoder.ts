import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectFolder } from "../../browser/support/sites";
import { launchChromium } from "../../support/chromium";
import { importSources } from "../../support/import-sources";
import { arduino } from "../content/arduino";
import { atLeast, atMost, type Figure } from "../figures";
import type { EncoderSpeed, EncoderTexts } from "../page/encoder-speed";
import type { Part } from "../parts";
import { bundlePageCode, probeScript } from "../search/bundle";
import { startWebServer } from "../support/web-server";
import type { Workspace } from "../support/workspace";
import "../page/bench-global";

const MODEL = projectFolder("public/models/pocket-help-encoder/model.safetensors.gz");
const IN_NODE = fileURLToPath(new URL("../search/encoder-in-node.ts", import.meta.url));

/** How fast the shipped encoder is, on one core. */
export const encoderPart: Part = {
  name: "encoder",
  about: "the shipped encoder on one core, in Node and in a worker of Chromium",
  measure: async (workspace) => {
    const { folder, origin } = await arduino(workspace);
    const node = await importSources<typeof import("../search/encoder-in-node")>(IN_NODE);
    const texts = await node.encoderTexts(folder);
    const inNode = await node.speedInNode(texts);
    workspace.tell("measured in Node");
    const inWorker = await speedInWorker(workspace, texts);
    const words = texts.passages.join(" ").split(/\s+/).length / texts.passages.length;
    return [
      ...figures("Node", inNode, `${origin}; ${texts.passages.length} of ${words.toFixed(0)} words`),
      ...figures("Chromium worker", inWorker),
    ];
  },
};

function figures(where: string, { passagesPerSecond, msPerQuery }: EncoderSpeed, note?: string): Figure[] {
  return [
    {
      name: `passages, ${where}`,
      value: passagesPerSecond,
      unit: "/s",
      goal: atLeast(2000),
      ...(note !== undefined && { note }),
    },
    { name: `query, ${where}`, value: msPerQuery, unit: "ms", goal: atMost(0.5) },
  ];
}

async function speedInWorker(workspace: Workspace, texts: EncoderTexts): Promise<EncoderSpeed> {
  const folder = await workspace.folder("encoder");
  await writeFile(join(folder, "index.html"), '<!doctype html><html lang="en"><title>bench</title></html>');
  await writeFile(join(folder, "texts.json"), JSON.stringify(texts));
  await copyFile(MODEL, join(folder, "model.bin"));
  await bundlePageCode(["encoder-worker"], folder);
  const server = await startWebServer(folder);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addInitScript(await probeScript(await workspace.folder("probe")));
    await page.goto(server.url);
    return await page.evaluate(() => bench.encode({ model: "/model.bin", texts: "/texts.json" }));
  } finally {
    await browser.close();
    await server.stop();
  }
}
