import { type HostSite, serveHost } from "../../browser/support/host-server";
import { atMost, type Figure } from "../figures";
import { type Audit, auditPage, installLighthouse } from "../lighthouse/lighthouse";
import type { Part } from "../parts";
import { serveDemo } from "../support/site";
import { median } from "../support/statistics";

const PAIRS = 5;
const PAGE = "en/checkout.html";
const SCORED = ["performance", "accessibility", "best-practices"] as const;
/** Points out of 100. */
const MAY_COST = 2;
const SHIFT = "cumulative layout shift";

/** The same page audited twice in a row. */
interface Pair {
  readonly without: Audit;
  readonly with: Audit;
}

/** What the widget's script tag costs a host page in Lighthouse's mobile scores. */
export const widgetPart: Part = {
  name: "widget",
  about: `Lighthouse mobile on a shop's checkout page with the widget and without, median of ${PAIRS} pairs`,
  measure: async (workspace) => {
    const program = installLighthouse((message) => workspace.tell(message));
    if (typeof program !== "string") {
      return SCORED.map((category) => ({ ...lossOf(category), note: program.reason }));
    }
    const hosts = {
      with: await serveHost("shop"),
      without: await serveHost("shop", { edit: withoutWidget }),
    };
    const demo = await serveDemo(workspace, { allowedHosts: [hosts.with.origin] });
    try {
      const audit = async (host: HostSite) => {
        host.embed({ help: demo.url });
        return auditPage(program, host.page(PAGE), await workspace.folder("widget"));
      };
      const pairs: Pair[] = [];
      for (let pair = 0; pair < PAIRS; pair++) {
        // Each is the first of a pair in turn, for whatever the one audit may do to the next.
        const first = pair % 2 === 0 ? "without" : "with";
        const one = await audit(hosts[first]);
        const other = await audit(hosts[first === "with" ? "without" : "with"]);
        pairs.push(first === "with" ? { with: one, without: other } : { with: other, without: one });
        workspace.tell(SCORED.map((category) => `${category} ${scores(pairs.at(-1)!, category)}`).join(", "));
      }
      return [...SCORED.map((category) => scoreFigure(category, pairs)), ...timings(pairs)];
    } finally {
      await Promise.all([demo.stop(), hosts.with.stop(), hosts.without.stop()]);
    }
  },
};

/** @throws Error when the page has no such tag: the pairs would compare it with itself */
function withoutWidget(html: string, path: string): string {
  const edited = html.replace(/<script [^>]*widget\.js[^>]*><\/script>/, "");
  if (edited === html) throw new Error(`${path} embeds no widget.js`);
  return edited;
}

type Category = (typeof SCORED)[number];

function scores(pair: Pair, category: Category): string {
  return `${pair.without.scores[category]} → ${pair.with.scores[category]}`;
}

function lossOf(category: Category): Figure {
  return { name: `${category}, points lost`, unit: "", goal: atMost(MAY_COST) };
}

function scoreFigure(category: Category, pairs: readonly Pair[]): Figure {
  const points = (audit: Audit) => audit.scores[category] * 100;
  return {
    ...lossOf(category),
    value: median(pairs.map((pair) => points(pair.without) - points(pair.with))),
    note: `${median(pairs.map((pair) => points(pair.without)))} without, ${median(pairs.map((pair) => points(pair.with)))} with`,
  };
}

/** What the widget adds to each time; what it adds to the layout shift has to be nothing. */
function timings(pairs: readonly Pair[]): Figure[] {
  return Object.keys(pairs[0]?.with.timingsMs ?? {}).map((name) => ({
    name: `${name}, added`,
    value: median(pairs.map((pair) => (pair.with.timingsMs[name] ?? 0) - (pair.without.timingsMs[name] ?? 0))),
    ...(name === SHIFT ? { unit: "", goal: atMost(0) } : { unit: "ms" }),
    note: `${rounded(median(pairs.map(({ without }) => without.timingsMs[name] ?? 0)))} without`,
  }));
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
