// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { createReading, stopReadings } from "../../../../src/ui/speech/reading";
import { fakeSynthesis, voice } from "./fake-synthesis";

const settled = () => new Promise((done) => setTimeout(done));
const anna = voice("Anna", "en-US");

function reader(fake = fakeSynthesis(anna)) {
  const log: string[] = [];
  const reading = createReading(fake.synthesis, {
    onState: (state, end) => log.push(end ? `${state}: ${end}` : state),
    onText: (index) => log.push(`text ${index}`),
  });
  return { fake, reading, log };
}

it("says one text after the other and tells which", async () => {
  const { fake, reading, log } = reader();
  reading.start(["One.", "Two."], anna);
  fake.end();
  fake.end();
  await settled();
  expect(fake.texts()).toEqual(["One.", "Two."]);
  expect(fake.voiceOf(0)).toBe("Anna");
  expect(log).toEqual(["reading", "text 0", "text 1", "text undefined", "idle: finished"]);
});

it("goes on with the sentence that was interrupted, though the browser tells late of the pause", async () => {
  const { fake, reading, log } = reader();
  reading.start(["One.", "Two.", "Three."], anna);
  fake.end();
  reading.pause();
  await settled();
  expect(fake.saying()).toBeUndefined();
  expect(log.at(-1)).toBe("paused");
  reading.goOn();
  expect(fake.saying()).toBe("Two.");
  fake.end();
  expect(fake.texts()).toEqual(["One.", "Two.", "Two.", "Three."]);
});

it("begins the sentence anew when the speed changes, and keeps the speed", async () => {
  const { fake, reading } = reader();
  reading.setRate(0.8);
  reading.start(["One.", "Two."], anna);
  reading.setRate(1.5);
  await settled();
  expect(fake.saying()).toBe("One.");
  fake.end();
  expect(fake.rates()).toEqual([0.8, 1.5, 1.5]);
});

it.each([
  ["stop", (reading: ReturnType<typeof reader>["reading"]) => reading.stop()],
  ["Escape", () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", cancelable: true }))],
  ["leaving the page", () => window.dispatchEvent(new Event("pagehide"))],
  ["whoever needs silence", () => stopReadings()],
])("%s ends it, once", async (_, silence) => {
  const { fake, reading, log } = reader();
  reading.start(["One.", "Two."], anna);
  silence(reading);
  await settled();
  silence(reading);
  await settled();
  expect(fake.saying()).toBeUndefined();
  expect(log.slice(2)).toEqual(["text undefined", "idle: stopped"]);
});

it("takes Escape for itself while it speaks, and leaves it to others otherwise", () => {
  const { reading } = reader();
  const press = (taken = false) => {
    const event = new KeyboardEvent("keydown", { key: "Escape", cancelable: true, bubbles: true });
    if (taken) event.preventDefault();
    document.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(press()).toBe(false);
  reading.start(["One."], anna);
  expect(press()).toBe(true);
  expect(press()).toBe(false);
});

it("does not heed an Escape that closed something else", () => {
  const { fake, reading } = reader();
  reading.start(["One."], anna);
  const event = new KeyboardEvent("keydown", { key: "Escape", cancelable: true });
  event.preventDefault();
  document.dispatchEvent(event);
  expect(fake.saying()).toBe("One.");
  reading.stop();
});

it("gives way to another reading of the page", async () => {
  const fake = fakeSynthesis(anna);
  const first = reader(fake);
  const second = reader(fake);
  first.reading.start(["One.", "Two."], anna);
  second.reading.start(["Other."], anna);
  await settled();
  expect(first.log.at(-1)).toBe("idle: stopped");
  expect(second.log).toEqual(["reading", "text 0"]);
  expect(fake.saying()).toBe("Other.");
  second.reading.stop();
});

it("says why it fell silent", () => {
  for (const [reason, end] of [
    ["failed", "idle: failed"],
    ["interrupted", "idle: stopped"],
  ] as const) {
    const { fake, reading, log } = reader();
    reading.start(["One.", "Two."], anna);
    fake.fail(reason);
    expect(log.at(-1)).toBe(end);
    expect(fake.texts()).toEqual(["One."]);
  }
});

it("has nothing to say about nothing", () => {
  const { reading, log } = reader();
  reading.start([], anna);
  expect(log.at(-1)).toBe("idle: finished");
});
