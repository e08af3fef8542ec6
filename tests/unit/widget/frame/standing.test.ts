import { describe, expect, it } from "vitest";
import { isAllowed, type Surroundings, standingOf } from "../../../../src/widget/frame/standing";

const OWN = "https://help.example";
const SHOP = "https://shop.example";
const EVIL = "https://evil.example";
const around = (given: Partial<Surroundings>): Surroundings => ({
  framed: true,
  name: "",
  own: OWN,
  hosts: [SHOP],
  parent: undefined,
  outer: [],
  asked: false,
  ...given,
});

describe("standingOf", () => {
  it.each([
    ["a page by itself", { framed: false }, { kind: "page" }],
    ["a page by itself that is to look embedded", { framed: false, asked: true }, { kind: "embedded" }],
    ["a later page of the same window", { framed: false, name: "pocket-help:" }, { kind: "embedded" }],
    ["a plain frame on an allowed host", { parent: SHOP }, { kind: "page" }],
    ["a frame on an allowed host that asks for the look", { parent: SHOP, asked: true }, { kind: "embedded" }],
    ["a frame on an unknown host that asks for the look", { asked: true }, { kind: "embedded" }],
    ["a plain frame on an unknown host", {}, { kind: "page" }],
    ["a loader's frame", { parent: SHOP, name: `pocket-help:${SHOP}` }, { kind: "bridge", host: SHOP }],
    [
      "a loader's frame in a browser that does not tell",
      { name: `pocket-help:${SHOP}` },
      { kind: "bridge", host: SHOP },
    ],
    ["a loader's frame on the site itself", { parent: OWN, name: `pocket-help:${OWN}` }, { kind: "bridge", host: OWN }],
    [
      "a loader's frame on a foreign host",
      { parent: EVIL, name: `pocket-help:${EVIL}` },
      { kind: "refused", host: EVIL },
    ],
    ["the same where the browser does not tell", { name: `pocket-help:${EVIL}` }, { kind: "refused", host: EVIL }],
    [
      "a foreign host that claims to be an allowed one",
      { parent: EVIL, name: `pocket-help:${SHOP}` },
      { kind: "refused", host: EVIL },
    ],
    ["an allowed host under the name of another", { parent: OWN, name: `pocket-help:${SHOP}` }, { kind: "embedded" }],
    ["a plain frame on a foreign host", { parent: EVIL }, { kind: "refused", host: EVIL }],
    ["a frame that only asks, on a foreign host", { parent: EVIL, asked: true }, { kind: "refused", host: EVIL }],
    [
      "a loader's frame on an allowed host that a foreign one frames",
      { parent: SHOP, name: `pocket-help:${SHOP}`, outer: [OWN, EVIL] },
      { kind: "refused", host: EVIL },
    ],
    [
      "a loader's frame on an allowed host that another one frames",
      { parent: SHOP, name: `pocket-help:${SHOP}`, outer: [OWN] },
      { kind: "bridge", host: SHOP },
    ],
    ["a name that holds no origin", { name: "pocket-help:null" }, { kind: "embedded" }],
  ] as const)("%s", (_, given, standing) => {
    expect(standingOf(around(given))).toEqual(standing);
  });
});

describe("isAllowed", () => {
  it("takes hosts below a domain where the configuration has a star, and no others", () => {
    const hosts = ["https://*.shop.example"];
    expect(isAllowed("https://www.shop.example", OWN, hosts)).toBe(true);
    expect(isAllowed("https://a.b.shop.example", OWN, hosts)).toBe(true);
    expect(isAllowed("https://shop.example", OWN, hosts)).toBe(false);
    expect(isAllowed("http://www.shop.example", OWN, hosts)).toBe(false);
    expect(isAllowed("https://www.shop.example.evil.example", OWN, hosts)).toBe(false);
    expect(isAllowed("https://evilshop.example", OWN, hosts)).toBe(false);
  });

  it.each(["https://a.*.example", "https://a*.shop.example", "https://*", "https://*.", "*.shop.example", "*"])(
    "takes nobody for %s, which means nothing to browsers or everything",
    (host) => {
      const origins = ["https://a.evil.example", "https://a.b.shop.example", "https://shop.example", "https://evil"];
      expect(origins.filter((origin) => isAllowed(origin, OWN, [host]))).toEqual([]);
    },
  );

  it("compares the host below a star whatever its capitals, and its port", () => {
    expect(isAllowed("https://www.shop.example", OWN, ["HTTPS://*.Shop.Example"])).toBe(true);
    expect(isAllowed("https://www.shop.example:8443", OWN, ["https://*.shop.example"])).toBe(false);
    expect(isAllowed("https://www.shop.example:8443", OWN, ["https://*.shop.example:8443"])).toBe(true);
  });

  it("compares origins, not beginnings, and ports as well", () => {
    expect(isAllowed("https://shop.example.evil.example", OWN, [SHOP])).toBe(false);
    expect(isAllowed("https://shop.example:444", OWN, [SHOP])).toBe(false);
    expect(isAllowed(SHOP, OWN, ["https://SHOP.example:443"])).toBe(true);
  });
});
