/** The shortest labelled answer that a quotation may lie inside of: shorter ones would pass for anything. */
const SHORTEST = 4;

/** A text without Markdown's marks, white space and capitals, so that source and plain text compare. */
export function bare(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, "$1")
    .replace(/<[^>]+>/g, " ")
    .replace(/\{[%{][^}]*[%}]\}/g, " ")
    .replace(/[*_`~|#>\\]|&nbsp;/g, " ")
    .replace(/·/g, " ")
    .replace(/^\s*(?:[-+]|\d+[.)、])\s+/gm, "")
    .replace(/\s+/g, "")
    .normalize("NFKC")
    .toLowerCase();
}

/** Whether a quotation holds one of the labelled answers, or is part of one. */
export function quotesAnswer(quotation: string, answers: readonly string[]): boolean {
  const quoted = bare(quotation);
  return answers.some((answer) => {
    const wanted = bare(answer);
    return wanted !== "" && (quoted.includes(wanted) || (quoted.length >= SHORTEST && wanted.includes(quoted)));
  });
}
