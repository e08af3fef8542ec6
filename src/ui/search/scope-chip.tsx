import { useWording } from "../strings/context";
import type { SearchContext } from "./search-context";

interface ScopeChipProps {
  readonly context: SearchContext;
  readonly scoped: boolean;
  readonly onChange: (scoped: boolean) => void;
}

/** On pages of a section: search only there. */
export function ScopeChip({ context, scoped, onChange }: ScopeChipProps) {
  const { t } = useWording();
  const title = document.querySelector<HTMLElement>("main[data-section-title]")?.dataset.sectionTitle;
  if (!context.page.section || !title) return null;
  return (
    <button type="button" class="scope-chip" aria-pressed={scoped} onClick={() => onChange(!scoped)}>
      {t.searchScope(title)}
    </button>
  );
}
