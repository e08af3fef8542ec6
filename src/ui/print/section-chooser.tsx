import { useState } from "preact/hooks";
import type { PrintableSection, PrintChoice } from "./print-choice";
import { usePrintWords } from "./print-words-context";

interface SectionChooserProps {
  readonly sections: readonly PrintableSection[];
  /** What the address names: chosen already. */
  readonly named: PrintChoice;
  readonly onChoose: (choice: PrintChoice) => void;
}

/** The sections with the number of their articles, each to be chosen, or all. */
export function SectionChooser({ sections, named, onChoose }: SectionChooserProps) {
  const p = usePrintWords();
  const paths = sections.map(({ section }) => section);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(named === "all" ? paths : named));
  const top = sections.filter(({ section }) => !section.includes("/"));
  const every = top.every(({ section }) => chosen.has(section));
  const total = top.reduce((sum, { articles }) => sum + articles, 0);
  const toggle = (section: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(section);
    else next.delete(section);
    setChosen(next);
  };
  return (
    <form
      class="print-choice"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(every ? "all" : paths.filter((path) => chosen.has(path)));
      }}
    >
      <fieldset>
        <legend>{p.choose}</legend>
        <ul class="print-sections">
          <Choice
            label={p.all}
            count={total}
            checked={every}
            onChange={(on) => setChosen(new Set(on ? top.map(({ section }) => section) : []))}
          />
          {sections.map(({ section, title, articles }) => (
            <Choice
              key={section}
              label={title}
              count={articles}
              checked={chosen.has(section)}
              onChange={(on) => toggle(section, on)}
            />
          ))}
        </ul>
      </fieldset>
      <button type="submit" class="button" disabled={paths.every((path) => !chosen.has(path))}>
        {p.gather}
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function Choice({ label, count, checked, onChange }: ChoiceProps) {
  const p = usePrintWords();
  return (
    <li>
      <label>
        <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
        <span>{label}</span>
        <span class="print-count">{p.articles(count)}</span>
      </label>
    </li>
  );
}
