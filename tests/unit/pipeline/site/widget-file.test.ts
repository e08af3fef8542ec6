import { expect, it } from "vitest";
import { defaultConfig } from "../../../../src/pipeline/config";
import { widgetFile } from "../../../../src/pipeline/site/widget-file";

const config = { ...defaultConfig(), name: { en: "Eavesby", zh: "栖檐家居" } };
const filled = (more: object = {}) => {
  const { path, bytes } = widgetFile("start(__POCKET_HELP_SITE__)", { ...config, ...more }, ["en", "zh"], "en");
  expect(path).toBe("widget.js");
  return JSON.parse(bytes.toString().slice("start(".length, -1));
};

it("writes the site's settings, with words in each of its languages", () => {
  expect(filled()).toEqual({
    locales: {
      en: {
        lang: "en",
        name: "Eavesby",
        label: "Help",
        close: "Close help",
        visit: "Help cannot be shown here. Open it in a new tab",
      },
      zh: {
        lang: "zh-CN",
        name: "栖檐家居",
        label: "帮助",
        close: "关闭帮助",
        visit: "此处无法显示帮助，请在新标签页中打开",
      },
    },
    defaultLocale: "en",
    position: "end",
    scheme: "host",
    theme: {},
    brand: { light: "#0f6b5c", dark: expect.stringMatching(/^#[0-9a-f]{6}$/) },
  });
});

it("takes the author's own label, one for all languages or one for each", () => {
  const widget = { ...config.widget, label: { en: "Questions?", zh: "有疑问？" } };
  expect(filled({ widget }).locales.zh.label).toBe("有疑问？");
  expect(filled({ widget: { ...widget, label: "$& ?" } }).locales.en.label).toBe("$& ?");
});

it("does not take a script that has lost its mark", () => {
  expect(() => widgetFile("start()", config, ["en"], "en")).toThrow("widget.js must name __POCKET_HELP_SITE__ once");
});
