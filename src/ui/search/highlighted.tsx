import type { ComponentChildren } from "preact";
import type { HighlightedText } from "../../domain/search";

/** Text with its matched words marked. */
export function Highlighted({ text, marks }: HighlightedText) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
