import { expect, it } from "vitest";
import { inSlices, nextTask } from "../../../src/worker/in-slices";

/** Takes so many milliseconds, busily. */
const busy = (milliseconds: number) => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

it("gives the results in order, and lets others in every few milliseconds", async () => {
  let pauses = 0;
  const pause = () => {
    pauses++;
    return nextTask();
  };
  const numbers = Array.from({ length: 60 }, (_, n) => n);
  const double = (n: number) => {
    busy(0.5);
    return n * 2;
  };
  const doubled = await inSlices(numbers, double, pause);
  expect(doubled).toEqual(numbers.map((n) => n * 2));
  // No more than nine of these fit between two pauses.
  expect(pauses).toBeGreaterThan(5);
});

it("does not hold up what came in between", async () => {
  const order: string[] = [];
  const work = inSlices([1, 2, 3, 4], () => busy(5)).then(() => order.push("work"));
  const { port1, port2 } = new MessageChannel();
  const question = new Promise<void>((done) => {
    port1.onmessage = () => {
      order.push("question");
      port1.close();
      done();
    };
  });
  port2.postMessage("?");
  await Promise.all([work, question]);
  expect(order).toEqual(["question", "work"]);
});
