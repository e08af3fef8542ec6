import { expect, it } from "vitest";
import { configFaults } from "../../../src/pipeline/config-faults";
import { MediaLibrary } from "../../../src/pipeline/media";
import { catalogOf, configWith, documentAt } from "../../support/documents";

const catalog = catalogOf([documentAt("en/orders/Pay now.md"), documentAt("zh/退货/a.md")]);
const media = new MediaLibrary("/nowhere", ["images/logo.svg"]);

function faults(config: Parameters<typeof configWith>[0]) {
  return configFaults({ config: configWith(config), configName: "config.json", catalog, media });
}

it("finds nothing wrong with what is there, however it is named", () => {
  const popular = ["orders/pay-now", "en/orders/pay-now", "orders/Pay now.md", "退货/a"];
  expect(faults({ logo: "./images/logo.svg", popular })).toEqual([]);
});

it("reports a logo and popular articles that are not there, and a colour nobody can read", () => {
  const common = { severity: "warning", file: "config.json", line: 1 };
  expect(faults({ logo: "logo.png", popular: ["orders/pay-nwo"], brandColor: "#ffff00" })).toEqual([
    expect.objectContaining({ ...common, code: "low-contrast" }),
    {
      ...common,
      code: "missing-image",
      expected: "the path of a picture in the content folder under `logo`",
      found: '"logo.png"',
    },
    {
      ...common,
      code: "config",
      expected: "the path of an article, for example orders/refund, under `popular`",
      found: '"orders/pay-nwo"',
    },
  ]);
});
