import { expect, it } from "vitest";
import { oldAddresses } from "../../../src/pipeline/redirects";

it.each([
  ["/old/page/", ["old/page"]],
  ["old/page.md", ["old/page"]],
  ["/old/page.html", ["old/page", "old/page.html"]],
  ["/guide/index.html", ["guide", "guide/index.html"]],
  ["https://help.example.com/faq?id=3#top", ["faq"]],
  ["/%E6%97%A7/", ["旧"]],
  ["100%", ["100%"]],
  ["../../etc/passwd", ["etc/passwd"]],
  ["a/../../../b", ["b"]],
  ["%2e%2e/%2e%2e/b", ["b"]],
  ["/", []],
  ["/index.html", []],
])("oldAddresses(%j) stays below the site: %j", (written, addresses) => {
  expect(oldAddresses(written)).toEqual(addresses);
});
