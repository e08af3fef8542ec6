import type { ComponentChildren } from "preact";
import type { Quotation } from "../../domain/answer";

type Offsets = readonly [start: number, end: number];

/** A line of a quotation: `mark` are offsets into its `text`. */
export interface QuotedLine {
  /** Of a step; it stands in the list's marker. */
  readonly number?: number;
  readonly text: string;
  readonly mark?: Offsets;
  /** What is being read aloud. */
  readonly spoken?: Offsets;
}

/** A quotation's lines, each with its share of what is highlighted and of what is being spoken. Pure. */
export function quotedLines(
  { text, form, highlight }: Pick<Quotation, "text" | "form" | "highlight">,
  spoken?: Offsets,
): QuotedLine[] {
  let at = 0;
  return text.split("\n").map((line) => {
    const from = at;
    at += line.length + 1;
    const number = form === "steps" ? /^(\d+)\.\s+/.exec(line) : null;
    const begin = from + (number?.[0].length ?? 0);
    const share = (range: Offsets | undefined): Offsets | undefined => {
      if (!range) return undefined;
      const [start, end] = [Math.max(range[0], begin) - begin, Math.min(range[1], from + line.length) - begin];
      return start < end ? [start, end] : undefined;
    };
    const [mark, voice] = [share(highlight), share(spoken)];
    return {
      ...(number && { number: Number(number[1]) }),
      text: line.slice(begin - from),
      ...(mark && { mark }),
      ...(voice && { spoken: voice }),
    };
  });
}

interface QuotationTextProps {
  readonly quotation: Quotation;
  readonly spoken?: Offsets | undefined;
}

/** The quoted words: paragraphs, or the article's own numbered steps, with the very answer marked. */
export function QuotationText({ quotation, spoken }: QuotationTextProps) {
  const lines = quotedLines(quotation, spoken);
  if (quotation.form === "steps" && lines.every(({ number }) => number !== undefined)) {
    return (
      <ol class="quoted-steps">
        {lines.map((line) => (
          <li key={line.number} value={line.number}>
            <Line {...line} />
          </li>
        ))}
      </ol>
    );
  }
  return (
    <>
      {lines.map((line, i) => (
        <p key={i}>
          {line.number !== undefined && `${line.number}. `}
          <Line {...line} />
        </p>
      ))}
    </>
  );
}

function Line({ text, mark, spoken }: QuotedLine) {
  const words = (from: number, to: number) => speak(text, from, to, spoken);
  if (!mark) return <>{words(0, text.length)}</>;
  return (
    <>
      {words(0, mark[0])}
      <mark>{words(mark[0], mark[1])}</mark>
      {words(mark[1], text.length)}
    </>
  );
}

/** A stretch of a line, with what is spoken in it set apart. */
function speak(text: string, from: number, to: number, spoken: Offsets | undefined): ComponentChildren {
  const [start, end] = spoken ? [Math.max(from, spoken[0]), Math.min(to, spoken[1])] : [to, to];
  if (start >= end) return text.slice(from, to);
  return (
    <>
      {text.slice(from, start)}
      <span class="is-spoken">{text.slice(start, end)}</span>
      {text.slice(end, to)}
    </>
  );
}
