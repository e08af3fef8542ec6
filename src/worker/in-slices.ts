/** How long a slice of work may hold up a query that has come in the meantime. Milliseconds. */
const SLICE = 4;

/**
 * Works through a list, and lets whatever else waits have its turn every few milliseconds.
 *
 * @param pause replaced in tests
 */
export async function inSlices<T, R>(
  items: readonly T[],
  work: (item: T) => R,
  pause: () => Promise<void> = nextTask,
): Promise<R[]> {
  const done: R[] = [];
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= SLICE) {
      await pause();
      start = performance.now();
    }
    done.push(work(item));
  }
  return done;
}

/** Timers would wait for 4 ms after the first few; messages stand in the same row as the page's questions. */
export function nextTask(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });
}
