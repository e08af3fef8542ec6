/** A one-line progress display on standard error; silent where nobody is watching. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  #shown = 0;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
  }

  update(label: string, done: number, total: number, show: (n: number) => string = String): void {
    const now = performance.now();
    if (!this.#stream.isTTY || (done < total && now - this.#shown < 80)) return;
    this.#shown = now;
    this.#stream.write(`\r\u001b[K${label} ${show(done)}/${show(total)}`);
  }

  clear(): void {
    if (this.#stream.isTTY) this.#stream.write("\r\u001b[K");
  }
}

/** `1.4 MB`, `312 kB`, `90 B`: decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  if (bytes >= 999_500) return `${(bytes / 1e6).toFixed(1)} MB`;
  if (bytes >= 1e3) return `${Math.round(bytes / 1e3)} kB`;
  return `${bytes} B`;
}

/** `1 article`, `2 articles`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
