/**
 * Applies `rewrite` to the stretches of Markdown text that lie outside inline code. Linear in the length of the text.
 */
export function outsideCode(text: string, rewrite: (stretch: string) => string): string {
  if (!text.includes("`")) return rewrite(text);
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ start: run.index, size: run[0].length }));
  const bySize = new Map<number, number[]>();
  runs.forEach(({ start, size }) => {
    const starts = bySize.get(size);
    if (starts) starts.push(start);
    else bySize.set(size, [start]);
  });
  let result = "";
  let done = 0;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (!run || run.start < done || isEscaped(text, run.start)) continue;
    const starts = bySize.get(run.size) ?? [];
    while (starts.length > 0 && (starts[0] ?? 0) <= run.start) starts.shift();
    const close = starts[0];
    if (close === undefined) continue;
    result += rewrite(text.slice(done, run.start)) + text.slice(run.start, close + run.size);
    done = close + run.size;
  }
  return result + rewrite(text.slice(done));
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}
