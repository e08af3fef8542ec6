import { beforeEach, describe, expect, it, vi } from "vitest";
import { err, ok } from "../../../../src/domain/result";
import type { SiteDocument } from "../../../../src/ui/turning/site-document";

const { openSealedSite, startSession } = vi.hoisted(() => ({ openSealedSite: vi.fn(), startSession: vi.fn() }));
vi.mock("../../../../src/client/vault", () => ({ openSealedSite }));
vi.mock("../../../../src/ui/sealed/session", () => ({ startSession }));

const site = {
  page: { value: { base: "/", sealed: { unlock: "/en/unlock/", lockAfterMinutes: 5 } } },
} as unknown as SiteDocument;

beforeEach(() => {
  vi.resetModules();
  startSession.mockReset().mockResolvedValue(ok({ lock: vi.fn() }));
  openSealedSite
    .mockReset()
    .mockImplementation(async (_base, { passphrase }) =>
      passphrase === "right" ? ok({}) : err({ code: "vault-wrong-key" }),
    );
});

const unlocking = async () => (await import("../../../../src/ui/sealed/unlock")).unlockWith;

describe("unlockWith", () => {
  it("starts one session, however many ask at once", async () => {
    const unlockWith = await unlocking();
    const results = await Promise.all([1, 2, 3].map(() => unlockWith(site, { passphrase: "right" })));
    expect(results.map((result) => result.ok)).toEqual([true, true, true]);
    expect(startSession).toHaveBeenCalledTimes(1);
  });

  it("refuses a wrong secret also where a right one has unlocked before", async () => {
    const unlockWith = await unlocking();
    await unlockWith(site, { passphrase: "right" });
    expect(await unlockWith(site, { passphrase: "wrong" })).toMatchObject({ error: { code: "vault-wrong-key" } });
  });

  it("tries again after an attempt that failed", async () => {
    const unlockWith = await unlocking();
    openSealedSite.mockRejectedValueOnce(new TypeError("damaged"));
    const [first, second] = await Promise.allSettled([
      unlockWith(site, { passphrase: "right" }),
      unlockWith(site, { passphrase: "right" }),
    ]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
    expect(startSession).toHaveBeenCalledTimes(1);
  });
});
