import { useState } from "preact/hooks";
import { checkContent } from "../../client/offline/content-updates";
import { htmlLang } from "../../domain/locale";
import { useWording } from "../strings/context";
import { languageName } from "../strings/dates";
import { formatBytes } from "../strings/sizes";
import type { DeviceContext } from "./device-context";
import { useDeviceWords } from "./device-words-context";
import { KeepProgress } from "./keep-progress";
import { KeepRow } from "./keep-row";
import { keepingOf } from "./keeping";
import type { SectionGroup } from "./section-groups";
import { useKeeping } from "./use-keeping";

interface KeepPanelProps {
  readonly context: DeviceContext;
  /** A section's page leads here with its own section ticked. */
  readonly chosenAtFirst: string | null;
}

/** Chooses sections and languages to keep, shows how far it is and how old, and takes them out again. */
export function KeepPanel({ context, chosenAtFirst }: KeepPanelProps) {
  const d = useDeviceWords();
  const { locale } = useWording();
  const keeping = keepingOf(context.page.base);
  const { groups, state, usage, refresh } = useKeeping(keeping);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => preselected(context.page.locale, chosenAtFirst));
  // Without a service worker nobody would serve what is kept.
  if (!("caches" in globalThis && "serviceWorker" in navigator))
    return <p class="callout callout-warning">{isSecureContext ? d.keepUnavailable : d.keepInsecure}</p>;
  if (groups === undefined) return <p class="hint">{d.keepLoading}</p>;
  if (groups === "none") return <p class="callout callout-warning">{d.keepNoList}</p>;

  const busy = state.status === "getting";
  const selected = groups.filter((group) => isOpen(group) && chosen.has(nameOf(group)));
  const unfinished = groups.filter(({ state }) => state.status === "unfinished");
  const bytes = selected.reduce((sum, group) => sum + group.bytes, 0);
  const choose = (changed: readonly SectionGroup[], on: boolean) => {
    const next = new Set(chosen);
    for (const group of changed) {
      if (on) next.add(nameOf(group));
      else next.delete(nameOf(group));
    }
    setChosen(next);
  };
  const keep = (wanted: readonly SectionGroup[]) => {
    void keeping.keeper.keep(wanted.flatMap(({ keys }) => keys)).then(refresh);
    setChosen(new Set());
  };
  const bringUpToDate = async () => {
    const check = await checkContent(context.page.base, keeping.store, keeping.content, []);
    if (check.status !== "offered") return;
    const { showContentUpdate } = await import("./notes");
    await showContentUpdate(context, keeping, check.update);
  };
  const remove = (group: SectionGroup) => void keeping.keeper.remove(group.keys).then(refresh);
  const locales = [...new Set(groups.map(({ locale }) => locale))].sort(
    (a, b) => Number(b === locale) - Number(a === locale),
  );

  return (
    <form
      class="keep"
      onSubmit={(event) => {
        event.preventDefault();
        keep(selected);
      }}
    >
      {locales.map((language) => {
        const mine = groups.filter((group) => group.locale === language);
        const open = mine.filter(isOpen);
        return (
          <fieldset key={language} class="keep-language">
            <legend lang={htmlLang(language)}>{languageName(language)}</legend>
            {open.length > 1 && (
              <label class="keep-all">
                <input
                  type="checkbox"
                  checked={open.every((group) => chosen.has(nameOf(group)))}
                  disabled={busy}
                  onChange={(event) => choose(open, event.currentTarget.checked)}
                />
                <span>{d.keepAll}</span>
                <span class="keep-size">
                  {formatBytes(
                    open.reduce((sum, group) => sum + group.bytes, 0),
                    locale,
                  )}
                </span>
              </label>
            )}
            <ul class="keep-list">
              {mine.map((group) => (
                <KeepRow
                  key={nameOf(group)}
                  group={group}
                  chosen={chosen.has(nameOf(group))}
                  busy={busy}
                  onChoose={(on) => choose([group], on)}
                  onRemove={() => remove(group)}
                />
              ))}
            </ul>
          </fieldset>
        );
      })}
      <div class="keep-foot">
        <KeepProgress
          base={context.page.base}
          state={state}
          onCancel={() => void keeping.keeper.cancel().then(refresh)}
          onBack={() => void keeping.keeper.resume().then(refresh)}
        />
        {!busy && (
          <div class="actions-row">
            <button type="submit" class="button" disabled={selected.length === 0}>
              {selected.length === 0 ? d.keepButtonNone : d.keepButton(formatBytes(bytes, locale))}
            </button>
            {groups.some(({ state }) => state.status === "outdated") && (
              <button type="button" class="button" onClick={() => void bringUpToDate().then(refresh)}>
                {d.keepUpdate}
              </button>
            )}
            {unfinished.length > 0 && (
              <button type="button" class="button quiet" onClick={() => keep(unfinished)}>
                {d.keepResume}
              </button>
            )}
          </div>
        )}
        {usage && (
          <p class="hint">
            {d.keepUsage(formatBytes(usage.usage, locale), formatBytes(usage.quota, locale))}{" "}
            {usage.persisted ? d.keepPersisted : d.keepNotPersisted}
          </p>
        )}
      </div>
    </form>
  );
}

/** Whether there is something to choose: what is whole can only be removed. */
function isOpen({ state }: SectionGroup): boolean {
  return state.status === "absent" || state.status === "unfinished";
}

function nameOf({ locale, top }: SectionGroup): string {
  return `${locale}/${top}`;
}

function preselected(locale: string, section: string | null): ReadonlySet<string> {
  return new Set(section === null ? [] : [`${locale}/${section}`]);
}
