import { describe, expect, it } from "vitest";
import { createSearchIndex } from "../../../src/search/search-index";
import { article, pack, passage } from "./packs";

const index = createSearchIndex();
index.add(
  pack("account", [
    article("reset", "Reset your password", "Open the sign-in page and choose “Forgot password”. We send you a link."),
    article("delete", "Delete your account", "Open Settings. Type your password to confirm. This cannot be undone."),
    article("email", "Change your e-mail address", "Enter the new address. We ask for the password again.", {
      alsoAskedAs: ["move my profile to another mailbox"],
    }),
    article("codes", "Error codes", [
      passage("E-104", "The server refused the connection. Try again later."),
      passage("E-105", "The certificate has expired. Renew the certificate in the control panel."),
    ]),
  ]),
);
index.add(
  pack("shipping", [
    article("track", "Track a parcel", "The tracking number is in the message that we sent when the parcel left."),
    article(
      "return",
      "Return an item",
      "You can return an item within 30 days. Print the label and bring the parcel to a shop.",
    ),
    article(
      "customs",
      "Customs and taxes",
      "Outside the Union the carrier collects customs duties for the parcel at the door.",
    ),
    article("firmware", "Update the firmware of the Zürich router", [
      passage("Before you begin", "Charge the battery. Download firmware 2.1.45 from the page of your router."),
      passage("Install the update", "Copy the file boot.cfg to the card and restart the router."),
    ]),
  ]),
);
index.add(
  pack(
    "zh",
    [
      article("zh-reset", "重置登录密码", "打开登录页面，点击“忘记密码”，系统会发送邮件。"),
      article("zh-tax", "开具增值税发票", "在订单页面填写抬头和税号，即可下载发票。"),
      article("zh-ship", "查询物流", "包裹寄出后，您可以在订单页面查看快递单号。"),
      article("zh-backup", "网站备份与还原", "在网站列表中点击备份，可以把网站还原到任意时间。"),
    ],
    "zh",
  ),
);

const ranked = (text: string, locale = "en", partial = false): string[] =>
  index.search({ text, locale, partial }).articles.map((hit) => hit.article);

describe("ranking", () => {
  it.each([
    ["password", ["reset", "email", "delete"], "a word in the title before one in the text, the short text first"],
    ["passwords resetting", ["reset", "email", "delete"], "other forms of the words"],
    ["move profile to other mailbox", ["email"], "customers' own wording"],
    ["E-104", ["codes"], "an error code, whole"],
    ["e104", ["codes"], "without its hyphen"],
    ["firmware 2.1", ["firmware"], "the beginning of a version"],
    ["boot.cfg", ["firmware"], "a file name"],
    ["zurich", ["firmware"], "without its accent"],
    ["parcel", ["track", "customs", "return"], "the title, then the shorter of two texts"],
    [
      "how do I get my parcel to be returned",
      ["return", "track", "customs"],
      "question words do not count; two telling words before one",
    ],
    ["what is this", ["delete", "track"], "question words alone are searched like others"],
    ["pasword", ["reset", "email", "delete"], "an unknown word, corrected"],
    ["qwertz", [], "an unknown word near nothing"],
  ])("%s -> %j: %s", (text, expected) => {
    expect(ranked(text)).toEqual(expected);
  });

  it.each([
    ["忘了登录密码怎么办", ["zh-reset"], "a question without its frame"],
    ["税", ["zh-tax"], "one Han character"],
    ["發票", ["zh-tax"], "traditional script"],
    ["網站備份還原", ["zh-backup"], "traditional script, several words"],
    ["网(wǎng)站(zhàn)备份", ["zh-backup"], "pinyin between the characters"],
    ["订单页面", ["zh-tax", "zh-ship", "zh-reset"], "both words before one; the shorter text first"],
    ["红烧肉怎么做", [], "nothing of it"],
  ])("%s -> %j: %s", (text, expected) => {
    expect(ranked(text, "zh")).toEqual(expected);
  });

  it.each([
    ["firmw", ["firmware"], "the beginning of a word"],
    ["track par", ["track", "customs", "return"], "only the last word is incomplete"],
    ["retu", ["return"], "the beginning of a word's stem"],
    ["returnin", ["return"], "longer than the stem"],
    ["pasw", ["reset", "email", "delete"], "a misspelt beginning of a common word"],
    ["paswo", ["reset", "email", "delete"], "a misspelt beginning"],
  ])("while typing, %s -> %j: %s", (text, expected) => {
    expect(ranked(text, "en", true)).toEqual(expected);
  });

  it("puts the article first whose title was typed, however often others use its words", () => {
    const centre = createSearchIndex();
    const often = "Preferences preferences display preferences.";
    centre.add(
      pack("s", [article("a", "Display preferences", often), article("b", "Preferences", "Colours and fonts.")]),
    );
    expect(centre.search({ text: "preferences", locale: "en" }).articles.map((hit) => hit.article)).toEqual(["b", "a"]);
  });

  it("takes no beginning of a word for the word once it is complete", () => {
    expect(ranked("firmw")).toEqual([]);
    expect(ranked("firmw ", "en", true)).toEqual([]);
  });

  it("never puts a corrected word before one that stands as it was written", () => {
    const small = createSearchIndex();
    small.add(
      pack("s", [article("exact", "Sockets", "A rocket."), article("near", "Locket locket locket", "Locket.")]),
    );
    const found = small.search({ text: "rocket", locale: "en" });
    expect(found.articles.map((hit) => hit.article)).toEqual(["exact"]);
    expect(found.corrections).toEqual([]);
  });

  it("ranks each traditional question as its simplified twin", () => {
    for (const [traditional, simplified] of [
      ["網站備份還原", "网站备份还原"],
      ["訂單發票", "订单发票"],
      ["登錄密碼", "登录密码"],
    ] as const) {
      const strip = (text: string) =>
        index.search({ text, locale: "zh" }).articles.map(({ article, score }) => [article, score]);
      expect(strip(traditional)).toEqual(strip(simplified));
    }
  });
});
