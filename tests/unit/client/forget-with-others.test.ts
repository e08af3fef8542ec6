import { afterEach, beforeEach, expect, it, vi } from "vitest";

const BASE = "/help/";
const CLEARED = 700;
const reload = vi.fn();
let registration: object | undefined;
let others: BroadcastChannel;

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  registration = {};
  vi.stubGlobal("location", { reload });
  vi.stubGlobal("navigator", { serviceWorker: { getRegistration: async () => registration } });
  others = new BroadcastChannel(`pocket-help:${BASE}:sign-out`);
});
afterEach(async () => {
  others.close();
  const { signOutChannel } = await import("../../../src/storage/sign-out-channel");
  signOutChannel(BASE)?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  reload.mockReset();
});

/** A page with a service worker that listens. */
async function open() {
  const { forgetWithOthers } = await import("../../../src/client/forget-with-others");
  const storage = await import("../../../src/storage/forgotten");
  forgetWithOthers(BASE);
  await vi.advanceTimersByTimeAsync(0);
  return storage;
}

it("a page that signs out itself is not loaded anew while it still erases", async () => {
  const { forget } = await open();
  forget();
  registration = undefined;
  await vi.advanceTimersByTimeAsync(10 * CLEARED);
  expect(reload).not.toHaveBeenCalled();
});

it("another one is loaded anew when everything is erased, and not before", async () => {
  const { isForgotten } = await open();
  others.postMessage("forget");
  await vi.waitFor(() => expect(isForgotten()).toBe(true));
  registration = undefined;
  await vi.advanceTimersByTimeAsync(10 * CLEARED);
  expect(reload).not.toHaveBeenCalled();
  others.postMessage("gone");
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
});

it("where the browser has cleared the site's data, the page tells the others and is loaded anew", async () => {
  const { forget } = await open();
  const heard = vi.fn();
  others.onmessage = ({ data }: { data: unknown }) => heard(data);
  forget("cleared");
  registration = undefined;
  await vi.advanceTimersByTimeAsync(CLEARED);
  expect(reload).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith("cleared"));
});

it("a database that is lost by itself reloads nobody", async () => {
  const { isForgotten } = await open();
  others.postMessage("cleared");
  await vi.waitFor(() => expect(isForgotten()).toBe(true));
  await vi.advanceTimersByTimeAsync(CLEARED);
  expect(reload).not.toHaveBeenCalled();
});

it("those that hear of it are loaded anew where their service worker has gone", async () => {
  const { isForgotten } = await open();
  registration = undefined;
  others.postMessage("cleared");
  await vi.waitFor(() => expect(isForgotten()).toBe(true));
  await vi.advanceTimersByTimeAsync(CLEARED);
  expect(reload).toHaveBeenCalledTimes(1);
});
