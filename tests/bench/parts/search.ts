import type { SectionPack } from "../../../src/domain/pack";
import { launchChromium } from "../../support/chromium";
import { atMost, type Figure } from "../figures";
import type { Part } from "../parts";
import {
  COLD_RUNS,
  coldEngine,
  indexBuild,
  readerVisits,
  type Visit,
  WARM_ROUNDS,
  warmQueries,
  withoutModels,
} from "../search/measurements";
import { type Arena, prepareArena } from "../search/prepare";
import { median } from "../support/statistics";
import { type Transfer, totalBytes } from "../support/web-server";

const KB = 1000;

/** Search in the browser beside Pagefind and MiniSearch on the same content, in the same Chromium. */
export const searchPart: Part = {
  name: "search",
  about: "search in Chromium beside Pagefind 1.5 and MiniSearch 7.2 with VitePress's settings",
  measure: async (workspace) => {
    const arena = await prepareArena(workspace);
    const browser = await launchChromium();
    try {
      const firsts = firstQuestions(arena.packs);
      const visits = [];
      for (const text of firsts) visits.push(await readerVisits(browser, arena, text));
      workspace.tell("first and second visits measured");
      const contestants = [arena.own, ...arena.others];
      const cold = [];
      for (const one of contestants) cold.push(await coldEngine(browser, arena, one, firsts));
      workspace.tell("engines measured cold");
      const questions = arena.centre.questions(arena.packs);
      const warm = [];
      for (const one of contestants) warm.push(await warmQueries(browser, arena, one, questions));
      workspace.tell("engines measured warm");
      const meaning = {
        ...(await coldEngine(browser, arena, arena.ownByMeaning, firsts)),
        ...(await warmQueries(browser, arena, arena.ownByMeaning, questions)),
      };
      workspace.tell("search by meaning measured");
      const built = await indexBuild(browser, arena, "pocket-help");
      const builtByMiniSearch = await indexBuild(browser, arena, "minisearch");

      const beside = <T extends object>(
        results: readonly T[],
        name: string,
        key: keyof T & string,
        unit: string,
        scale = 1,
      ) => {
        const [own, ...others] = results.map((result) => Number(result[key]) / scale);
        const comparisons = others.map((value, n) => ({ name: arena.others[n]!.name, value }));
        return { name, value: own!, unit, comparisons };
      };
      return [
        ...visitFigures(arena, visits),
        {
          ...beside(cold, "engine alone: bytes to the first result", "bytes", "kB", KB),
          note: "no interface; MiniSearch's has no snippets",
        },
        { ...beside(cold, "engine alone: first result, cold", "ms", "ms"), note: `loopback, median of ${COLD_RUNS}` },
        beside(cold, "engine alone: longest page-thread block", "longestTaskMs", "ms"),
        {
          ...beside(warm, "warm query, p50", "p50", "ms"),
          note: `${questions.length} questions, median of ${WARM_ROUNDS} each`,
        },
        { ...beside(warm, "warm query, p95", "p95", "ms"), goal: atMost(16) },
        beside(warm, "warm query, slowest", "max", "ms"),
        beside(warm, "questions that find nothing", "unanswered", ""),
        ...meaningFigures(meaning),
        {
          name: "index build in the worker",
          value: built / 1000,
          unit: "s",
          goal: atMost(1.5),
          comparisons: [{ name: "MiniSearch", value: builtByMiniSearch / 1000 }],
          note: `new worker each time, median of ${COLD_RUNS}`,
        },
      ];
    } finally {
      await browser.close();
      await arena.stop();
    }
  },
};

interface MeaningSpeed {
  readonly bytes: number;
  readonly ms: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly unanswered: number;
}

/** Whole questions by words and meaning, with all passages encoded. */
function meaningFigures({ bytes, ms, p50, p95, max, unanswered }: MeaningSpeed): Figure[] {
  return [
    {
      name: "bytes until meaning is ready",
      value: bytes / KB,
      unit: "kB",
      goal: atMost(8000),
      note: "engine alone, the encoder and all packs included, once for a device",
    },
    {
      name: "engine alone: first result by meaning, cold",
      value: ms,
      unit: "ms",
      note: "loopback; every passage encoded",
    },
    { name: "warm query with meaning, p50", value: p50, unit: "ms" },
    { name: "warm query with meaning, p95", value: p95, unit: "ms", goal: atMost(16) },
    { name: "warm query with meaning, slowest", value: max, unit: "ms" },
    { name: "questions that find nothing, with meaning", value: unanswered, unit: "" },
  ];
}

function visitFigures(arena: Arena, visits: readonly { first: Visit; second: Visit }[]): Figure[] {
  const first = visits.map((visit) => visit.first);
  const second = visits.map((visit) => visit.second);
  const bytes = (list: readonly Visit[]) =>
    median(list.map(({ transfers }) => totalBytes(withoutModels(transfers)))) / KB;
  const ms = (list: readonly Visit[]) => median(list.map((visit) => visit.ms));
  return [
    {
      name: "bytes to the first result",
      value: bytes(first),
      unit: "kB",
      goal: atMost(450),
      note: `${arena.centre.origin}; the article page included: ${breakdown(withoutModels(first[0]!.transfers))}`,
    },
    {
      name: "key press to first result, cold",
      value: ms(first),
      unit: "ms",
      note: `loopback, median of ${visits.length}`,
    },
    {
      name: "key press to first result, second visit",
      value: ms(second),
      unit: "ms",
      note: `index from IndexedDB, ${bytes(second).toFixed(1)} kB fetched`,
    },
    {
      name: "longest page-thread block till then",
      value: median([...first, ...second].map(({ longestTaskMs }) => longestTaskMs)),
      unit: "ms",
      goal: atMost(50),
      note: `0: none of 50 ms; worst of all ${Math.max(...[...first, ...second].map(({ longestTaskMs }) => longestTaskMs))} ms`,
    },
  ];
}

function breakdown(transfers: readonly Transfer[]): string {
  const kinds: Record<string, number> = {};
  for (const { path, bytes } of transfers) {
    const kind = /^\/packs\//.test(path) ? "packs" : (/\.(js|css)$/.exec(path)?.[1] ?? "HTML and pictures");
    kinds[kind] = (kinds[kind] ?? 0) + bytes;
  }
  return Object.entries(kinds)
    .map(([kind, bytes]) => `${kind} ${(bytes / KB).toFixed(0)}`)
    .join(", ");
}

/** Two telling words each of some articles' titles, from all over the centre: every engine finds something. */
function firstQuestions(packs: readonly SectionPack[]): string[] {
  const titles = packs.flatMap(({ articles }) => articles.map(({ title }) => title));
  return Array.from({ length: COLD_RUNS }, (_, n) => {
    const title = titles[Math.floor((n / COLD_RUNS) * titles.length)]!;
    const words = title.match(/\p{L}+/gu) ?? [title];
    return [...words]
      .sort((a, b) => b.length - a.length)
      .slice(0, 2)
      .join(" ");
  });
}
