// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { watchable } from "../../../../src/client/watchable";
import { ok } from "../../../../src/domain/result";
import { tell } from "../../../../src/ui/behaviour/tell";
import { markUnlocked } from "../../../../src/ui/sealed/is-unlocked";
import type { SiteDocument } from "../../../../src/ui/turning/site-document";
import { createBridge } from "../../../../src/widget/frame/bridge";
import type { Frame } from "../../../../src/widget/frame/frame";

const { unlock } = vi.hoisted(() => ({ unlock: vi.fn() }));
vi.mock("../../../../src/widget/frame/unlock", () => ({ unlock }));

/** A client that has one article, near whatever is asked. */
const client = (article: string) => async () => ({
  search: async () => ok({ articles: [{ article, title: { text: article }, score: 1, likeness: 1.5 }] }),
});

function connect() {
  document.documentElement.className = "";
  const sent: unknown[] = [];
  const port = { postMessage: (message: unknown) => sent.push(message), onmessage: null as unknown };
  const turner = { go: vi.fn(async () => {}) };
  const site = {
    page: watchable({ base: "/", locale: "en", locales: [] }),
    facts: watchable({}),
    loadClient: client("en/open/one"),
  };
  createBridge(
    port as unknown as MessagePort,
    site as unknown as SiteDocument,
    { turner, suggest: vi.fn() } as unknown as Frame,
  );
  const say = (data: unknown) => (port.onmessage as (event: { data: unknown }) => void)({ data });
  /** What a person does with the passphrase. */
  const open = () => {
    markUnlocked();
    site.loadClient = client("en/sealed/one");
  };
  const suggested = async (id: number) => {
    say({ type: "suggest", id, hint: { title: "Anything" } });
    const isReply = (message: unknown) => (message as { id?: number }).id === id;
    await vi.waitFor(() => expect(sent.some(isReply)).toBe(true));
    return (sent.find(isReply) as { value: readonly { id: string }[] }).value.map((article) => article.id);
  };
  return { say, sent, open, suggested, turner };
}

beforeEach(() => {
  unlock.mockReset().mockResolvedValue(undefined);
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => ({ status: 404 })),
  );
});

describe("createBridge", () => {
  it("tells the host nothing of what a person has unlocked", async () => {
    const { sent, open, suggested } = connect();
    open();
    expect(await suggested(1)).toEqual(["en/open/one"]);
    tell("answered", { article: "en/sealed/one" });
    tell("notCovered", {});
    expect(JSON.stringify(sent)).not.toContain("sealed");
    expect(sent).toContainEqual({ type: "event", name: "notCovered", detail: {} });
  });

  it("nor to a host whose key is another one", async () => {
    const { say, sent, open, suggested } = connect();
    open();
    unlock.mockRejectedValue(new Error("vault-wrong-key"));
    say({ type: "unlock", id: 1, key: "guessed" });
    await vi.waitFor(() => expect(sent).toContainEqual({ type: "refused", id: 1, reason: "vault-wrong-key" }));
    expect(await suggested(2)).toEqual(["en/open/one"]);
  });

  it("tells a host that has the key itself", async () => {
    const { say, sent, open, suggested } = connect();
    unlock.mockImplementation(async () => open());
    say({ type: "unlock", id: 1, key: "right" });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(await suggested(2)).toEqual(["en/sealed/one"]);
    tell("answered", { article: "en/sealed/one" });
    expect(sent.at(-1)).toEqual({ type: "event", name: "answered", detail: { article: "en/sealed/one" } });
  });

  it("asks the site for no article by name while sealed ones are open", async () => {
    const { say, open, turner } = connect();
    open();
    say({ type: "show", view: { view: "article", article: "sealed/one" } });
    await vi.waitFor(() => expect(turner.go).toHaveBeenCalled());
    expect(turner.go).toHaveBeenCalledWith(new URL("/en/sealed/one/", location.href));
    expect(fetch).not.toHaveBeenCalled();
  });
});
