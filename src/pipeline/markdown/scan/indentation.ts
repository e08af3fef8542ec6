/** Width of the leading white space, in columns; tabs reach to multiples of four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === " ") columns++;
    else if (character === "\t") columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** The line with at most `columns` columns of leading white space removed. */
export function dedent(line: string, columns: number): string {
  if (columns <= 0) return line;
  const indent = indentOf(line);
  return " ".repeat(Math.max(0, indent - columns)) + line.trimStart();
}
