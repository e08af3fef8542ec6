import { expect, it } from "vitest";
import { installWay } from "../../../../src/ui/offline/install-hint";

const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15";
const CHROME =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";

it.each([
  ["the browser's own offer wins", CHROME, 0, false, true, "prompt"],
  ["no offer, no way", CHROME, 0, false, false, undefined],
  ["an iPhone", IPHONE, 5, false, false, "ios"],
  ["an iPad that calls itself a Mac", SAFARI, 5, false, false, "ios"],
  ["Safari on a Mac", SAFARI, 0, false, false, "mac"],
  ["Safari before it could", SAFARI.replace("17.4", "16.6"), 0, false, false, undefined],
  ["installed already", IPHONE, 5, true, false, undefined],
] as const)("%s", (_, agent, touch, standalone, offered, way) => {
  expect(installWay(agent, touch, standalone, offered)).toBe(way);
});
