import { useEffect, useRef, useState } from "preact/hooks";
import type { RootManifest } from "../../domain/pack";
import type { PageAddress } from "../behaviour/page-visit";
import type { PageData } from "../page-model";
import { type GatheredSection, gather, loadManifest } from "./gather";
import { layOutBook } from "./lay-out-book";
import { choiceHash, type PrintChoice, printableSections, readChoice, sectionsToPrint } from "./print-choice";
import { PrintReady } from "./print-ready";
import { usePrintWords } from "./print-words-context";
import { SectionChooser } from "./section-chooser";

interface PrintPanelProps {
  readonly page: PageData;
  readonly address: PageAddress;
  /** Where the book is put. */
  readonly place: HTMLElement;
  readonly lifetime: AbortSignal;
}

type PanelState =
  | { readonly status: "loading" | "no-list" }
  | { readonly status: "choosing"; readonly nothing?: boolean }
  | { readonly status: "gathering"; readonly done: number; readonly total: number }
  | {
      readonly status: "ready";
      readonly articles: number;
      readonly missing: number;
      readonly names: readonly string[];
    };

/** Chooses sections, puts their articles together, prints them. What the address chooses begins at once. */
export function PrintPanel({ page, address, place, lifetime }: PrintPanelProps) {
  const p = usePrintWords();
  const [manifest, setManifest] = useState<RootManifest>();
  const [state, setState] = useState<PanelState>({ status: "loading" });
  const [named] = useState<PrintChoice>(() => readChoice(address.url.hash));
  const running = useRef<AbortController>(undefined);

  const load = async () => {
    setState({ status: "loading" });
    const found = await loadManifest(page.base);
    if (lifetime.aborted) return;
    setManifest(found);
    setState({ status: found ? "choosing" : "no-list" });
    if (found && named.length > 0) await begin(found, named);
  };
  const begin = async (from: RootManifest, choice: PrintChoice) => {
    const entries = sectionsToPrint(from, page.locale, choice);
    const total = entries.reduce((sum, { articles }) => sum + articles, 0);
    // A link from elsewhere may name a section that has gone, or that is sealed.
    if (total === 0) return setState({ status: "choosing", nothing: true });
    const controller = new AbortController();
    running.current = controller;
    const signal = AbortSignal.any([controller.signal, lifetime]);
    setState({ status: "gathering", done: 0, total });
    try {
      const onProgress = (done: number) => setState({ status: "gathering", done, total });
      const sections = await gather(entries, { base: page.base, signal, onProgress });
      nameSource(choice, page);
      place.replaceChildren(layOutBook(sections, bookOptions(page, p)));
      const articles = sections.flatMap((section) => section.articles);
      const found = articles.filter(({ article }) => article).length;
      setState({ status: "ready", articles: found, missing: total - found, names: missingNames(sections) });
    } catch (reason) {
      if (!signal.aborted) throw reason;
      if (!lifetime.aborted) setState({ status: "choosing" });
    }
  };
  const choose = (choice: PrintChoice) => {
    address.replace(new URL(choiceHash(choice), address.url));
    if (manifest) void begin(manifest, choice);
  };
  useEffect(() => {
    void load();
    return () => {
      running.current?.abort();
      place.replaceChildren();
    };
  }, []);

  switch (state.status) {
    case "loading":
      return (
        <p class="hint" role="status">
          {p.loading}
        </p>
      );
    case "no-list":
      return (
        <div class="callout callout-warning">
          <p role="alert">{p.noList}</p>
          <button type="button" class="button" onClick={load}>
            {p.retry}
          </button>
        </div>
      );
    case "choosing":
      return (
        <>
          {state.nothing && (
            <p class="callout callout-warning" role="alert">
              {p.nothing}
            </p>
          )}
          <SectionChooser
            sections={manifest ? printableSections(manifest, page.locale, named, p.otherArticles) : []}
            named={named}
            onChoose={choose}
          />
        </>
      );
    case "gathering":
      return (
        <div class="gathering">
          <p id="ph-gathering" role="status">
            {p.gathering}
          </p>
          <progress aria-labelledby="ph-gathering" value={state.done} max={state.total} />
          <p class="hint">{p.progress(String(state.done), String(state.total))}</p>
          <button type="button" class="button quiet" onClick={() => running.current?.abort()}>
            {p.cancel}
          </button>
        </div>
      );
    default:
      return (
        <PrintReady
          articles={state.articles}
          missing={state.missing}
          names={state.names}
          place={place}
          onAnother={() => {
            place.replaceChildren();
            setState({ status: "choosing" });
          }}
        />
      );
  }
}

/** Titles of the articles that could not be had, and of the sections whose lists could not. */
function missingNames(sections: readonly GatheredSection[]): readonly string[] {
  return sections.flatMap(({ entry, articles }) =>
    articles.length === 0 ? [entry.title] : articles.filter(({ article }) => !article).map(({ title }) => title),
  );
}

/** Every sheet names the one section that was printed, or the home page, in the place of this page. */
function nameSource(choice: PrintChoice, { base, locale }: PageData): void {
  const line = document.querySelector<HTMLElement>("[data-print]");
  const section = choice !== "all" && choice.length === 1 ? choice[0]! : "";
  const path = [locale, ...section.split("/")].filter((part) => part !== "");
  if (line) line.dataset.print = `${base}${path.map(encodeURIComponent).join("/")}/`;
}

function bookOptions({ base, locale, locales }: PageData, p: ReturnType<typeof usePrintWords>) {
  const home = locales.find((own) => own.locale === locale)?.home ?? base;
  return {
    name: document.querySelector("[data-print] > b")?.textContent ?? "",
    home: new URL(home, location.href).href,
    locale,
    p,
    now: new Date(),
    otherArticles: p.otherArticles,
  };
}
