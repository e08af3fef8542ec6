import { rm } from "node:fs/promises";
import { arduino } from "../content/arduino";
import { multiplyArticles } from "../content/multiply";
import { atMost, type Figure } from "../figures";
import type { Part } from "../parts";
import { buildSite } from "../support/site";
import { median } from "../support/statistics";
import type { Workspace } from "../support/workspace";

/** The small build is measured this often; the median counts. */
const RUNS = 3;
const MB = 1e6;

/** How long the content build takes and what memory, small and large. */
export const buildPart: Part = {
  name: "build",
  about: "the content build at 414, 1,000 and 10,000 articles",
  measure: async (workspace) => {
    const { folder, origin } = await arduino(workspace);
    const small = await measureSmall(workspace, folder, origin);
    const thousand = await measureMultiplied(workspace, folder, 1_000);
    const tenThousand = await measureMultiplied(workspace, folder, 10_000);
    return [
      ...small,
      { name: "1,000 articles", value: thousand.wallMs / 1000, unit: "s", note: costNote(thousand) },
      { name: "1,000 articles, memory", value: thousand.maxRssBytes / MB, unit: "MB" },
      {
        name: "10,000 articles",
        value: tenThousand.wallMs / 1000,
        unit: "s",
        goal: atMost(180),
        note: costNote(tenThousand),
      },
      { name: "10,000 articles, memory", value: tenThousand.maxRssBytes / MB, unit: "MB", goal: atMost(2000) },
      {
        name: "cost per article, 10,000 to 1,000",
        value: tenThousand.cpuMs / 10_000 / (thousand.cpuMs / 1_000),
        unit: "×",
        goal: atMost(1.25),
        note: "processor time; flat is 1",
      },
    ];
  },
};

async function measureSmall(workspace: Workspace, content: string, origin: string): Promise<Figure[]> {
  const costs = [];
  for (let run = 0; run < RUNS; run++) {
    const { cost, folder } = await buildSite(workspace, content);
    workspace.tell(`${origin}: ${(cost.wallMs / 1000).toFixed(1)} s`);
    costs.push(cost);
    await rm(folder, { recursive: true });
  }
  return [
    {
      name: "arduino",
      value: median(costs.map(({ wallMs }) => wallMs)) / 1000,
      unit: "s",
      goal: atMost(10),
      note: `${origin}; median of ${RUNS}, ${(median(costs.map(({ cpuMs }) => cpuMs)) / 1000).toFixed(1)} s of processor time`,
    },
    { name: "arduino, memory", value: median(costs.map(({ maxRssBytes }) => maxRssBytes)) / MB, unit: "MB" },
  ];
}

interface LargeBuild {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly maxRssBytes: number;
  readonly siteBytes: number;
  readonly faults: number;
}

async function measureMultiplied(workspace: Workspace, source: string, count: number): Promise<LargeBuild> {
  const content = await workspace.folder(`content-${count}`);
  await multiplyArticles(source, content, count);
  const { cost, report, folder } = await buildSite(workspace, content);
  if (report.articles !== count) throw new Error(`${report.articles} of ${count} articles were built`);
  workspace.tell(`${count} articles: ${(cost.wallMs / 1000).toFixed(1)} s`);
  await Promise.all([rm(folder, { recursive: true }), rm(content, { recursive: true })]);
  return { ...cost, siteBytes: report.bytes, faults: report.faults.length };
}

function costNote({ cpuMs, siteBytes, faults }: LargeBuild): string {
  return `${(cpuMs / 1000).toFixed(0)} s of processor time, site of ${(siteBytes / MB).toFixed(0)} MB, ${faults} faults`;
}
