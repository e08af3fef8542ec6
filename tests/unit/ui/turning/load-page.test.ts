import { afterEach, describe, expect, it, vi } from "vitest";
import { loadPage } from "../../../../src/ui/turning/load-page";

const PAGE = '<script type="application/json" id="page-data">{}</script>';
const asked = (response: Partial<Response>) => {
  const fetched = vi.fn(async (_address: string, _init: RequestInit) => response as Response);
  vi.stubGlobal("fetch", fetched);
  return fetched;
};
const load = (address: string) => loadPage(new URL(address), new AbortController().signal);

afterEach(() => vi.unstubAllGlobals());

describe("loadPage", () => {
  it("tells the site neither query nor fragment: they hold what the reader typed", async () => {
    const fetched = asked(new Response(PAGE));
    expect(await load("https://help.example/en/contact/?q=my%20salary&page=/en/#ph-q=why")).toBe(PAGE);
    expect(fetched.mock.calls[0]?.[0]).toBe("https://help.example/en/contact/");
  });

  it("follows no redirection, and takes no page of somebody else's", async () => {
    const fetched = asked({ type: "opaqueredirect", status: 0 });
    expect(await load("https://help.example/en/")).toBeUndefined();
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ redirect: "manual", credentials: "same-origin" });
    asked(new Response("<h1>Sign in</h1>"));
    expect(await load("https://help.example/en/")).toBeUndefined();
    asked(new Response(PAGE, { status: 502 }));
    expect(await load("https://help.example/en/")).toBeUndefined();
  });
});
