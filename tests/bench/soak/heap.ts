import type { CDPSession, Page } from "playwright-core";

/** Live memory after a garbage collection. */
export interface Heap {
  /** JavaScript heap of the page, in bytes. */
  readonly pageBytes: number;
  /** JavaScript heaps of its workers, in bytes. */
  readonly workerBytes: number;
  /** DOM nodes in memory, detached ones included. */
  readonly nodes: number;
  readonly listeners: number;
}

/** Measures a page's memory through the DevTools protocol. */
export interface HeapMeter {
  measure(): Promise<Heap>;
}

export async function heapMeter(page: Page): Promise<HeapMeter> {
  const session = await page.context().newCDPSession(page);
  const workers = await watchWorkers(session);
  return {
    async measure() {
      await session.send("HeapProfiler.collectGarbage");
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize } = await session.send("Runtime.getHeapUsage");
      const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
      return { pageBytes: usedSize, workerBytes: await workers.usedBytes(), nodes, listeners: jsEventListeners };
    },
  };
}

interface WorkerReply {
  readonly id: number;
  readonly result?: { readonly usedSize?: number };
}

/** Playwright gives no session for a worker, so its messages travel through the page's session. */
async function watchWorkers(session: CDPSession): Promise<{ usedBytes(): Promise<number> }> {
  const ids = new Set<string>();
  const waiting = new Map<number, (reply: WorkerReply) => void>();
  let lastId = 0;
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") ids.add(sessionId);
  });
  session.on("Target.detachedFromTarget", ({ sessionId }) => ids.delete(sessionId));
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const reply = JSON.parse(message) as WorkerReply;
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const ask = async (sessionId: string, method: string): Promise<WorkerReply> => {
    const id = ++lastId;
    const reply = new Promise<WorkerReply>((done) => waiting.set(id, done));
    await session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
    return reply;
  };
  return {
    async usedBytes() {
      let sum = 0;
      for (const worker of ids) {
        await ask(worker, "HeapProfiler.collectGarbage");
        await ask(worker, "HeapProfiler.collectGarbage");
        sum += (await ask(worker, "Runtime.getHeapUsage")).result?.usedSize ?? 0;
      }
      return sum;
    },
  };
}
