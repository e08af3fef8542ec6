import { atLeast, type Figure } from "../figures";
import { type Audit, auditPage, CATEGORIES, installLighthouse } from "../lighthouse/lighthouse";
import type { Part } from "../parts";
import { articlePaths, serveDemo } from "../support/site";
import { median } from "../support/statistics";

const RUNS = 3;
const GOALS = { performance: 0.95, accessibility: 1, "best-practices": 1, seo: 1 } as const;

/** Lighthouse's mobile scores of an article page. */
export const lighthousePart: Part = {
  name: "lighthouse",
  about: `Lighthouse mobile on an article page of the demo, median of ${RUNS}`,
  measure: async (workspace) => {
    const program = installLighthouse((message) => workspace.tell(message));
    if (typeof program !== "string") {
      return CATEGORIES.map((category) => ({
        name: category,
        unit: "",
        goal: atLeast(GOALS[category]),
        note: program.reason,
      }));
    }
    const demo = await serveDemo(workspace);
    try {
      const [path] = await articlePaths(demo.folder, "en");
      const audits: Audit[] = [];
      for (let run = 0; run < RUNS; run++) {
        audits.push(await auditPage(program, `${demo.url}${path}`, await workspace.folder("lighthouse")));
        workspace.tell(CATEGORIES.map((category) => `${category} ${audits.at(-1)!.scores[category]}`).join(", "));
      }
      return [...CATEGORIES.map((category) => scoreFigure(category, audits)), ...timings(audits)];
    } finally {
      await demo.stop();
    }
  },
};

function scoreFigure(category: (typeof CATEGORIES)[number], audits: readonly Audit[]): Figure {
  const lost = new Set(audits.flatMap(({ lostPoints }) => lostPoints[category]));
  return {
    name: category,
    value: median(audits.map(({ scores }) => scores[category])),
    unit: "",
    goal: atLeast(GOALS[category]),
    ...(lost.size > 0 && { note: `points lost: ${[...lost].join(", ")}` }),
  };
}

function timings(audits: readonly Audit[]): Figure[] {
  return Object.keys(audits[0]?.timingsMs ?? {}).map((name) => ({
    name,
    value: median(audits.map(({ timingsMs }) => timingsMs[name] ?? 0)),
    unit: name === "cumulative layout shift" ? "" : "ms",
  }));
}
