import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { answered, ask, field, options, searchBody, titles } from "./support/search";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let site: TestSite;

beforeAll(async () => {
  site = await buildAndServe(projectFolder("content"), "--base", "/");
});
afterAll(() => site?.remove());

async function search(text: string, locale = "en") {
  const visit = await browser.open();
  await visit.page.goto(`${site.url}${locale}/search/?q=${encodeURIComponent(text)}`);
  await answered(visit.page);
  return visit;
}

const path = (url: string) => decodeURIComponent(new URL(url).pathname);

test("a result leads to the section that answers, with the asked words marked", async () => {
  const { page } = await search("what cannot be returned");
  const heading = page.locator(".result-heading").filter({ hasText: /^What cannot be returned$/ });
  const option = options(page).filter({ has: heading }).first();
  const marks = await option.locator("mark").allTextContents();
  expect(marks.join(" ").toLowerCase()).toContain("return");
  await option.click();
  await eventually(async () => path(page.url()) === "/en/returns/return-an-item/", "the article opens");
  expect(new URL(page.url()).hash).toBe("#what-cannot-be-returned");
  const target = page.locator(":target");
  expect(await target.textContent()).toBe("What cannot be returned");
  await eventually(
    () =>
      target.evaluate(
        (element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().top < 300,
      ),
    "the heading stands in sight, below the header",
  );
});

test("results are grouped: one title for each article", async () => {
  const { page } = await search("refund");
  const found = await titles(page);
  expect(found.length).toBeGreaterThan(2);
  expect(new Set(found).size).toBe(found.length);
  expect(await page.locator("[role=group]").count()).toBe(found.length);
});

test("Chinese finds Chinese; traditional script, full width and pinyin in brackets find the same articles", async () => {
  const { page } = await search("怎么开发票", "zh");
  const found = await titles(page);
  expect(found[0]).toMatch(/发票/);
  for (const other of ["怎麼開發票", "怎么开(kāi)发(fā)票(piào)", "　怎么开发票？"]) {
    await ask(page, other);
    expect((await titles(page))[0], other).toBe(found[0]);
  }
  // The first time a Latin word is asked, the English articles come in late.
  await ask(page, "refund");
  await ask(page, "ｒｅｆｕｎｄ");
  const wide = await titles(page);
  await ask(page, "refund");
  expect(await titles(page)).toEqual(wide);
});

test("letters of an unfinished Chinese word (IME) are not searched; the word is", async () => {
  const { page, context } = await search("", "zh");
  await field(page).focus();
  const keyboard = await context.newCDPSession(page);
  for (const text of ["t", "tu", "tui", "tui kuan"]) {
    await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await answered(page);
  expect(await searchBody(page).textContent()).not.toMatch(/没有找到/);
  await keyboard.send("Input.insertText", { text: "退款" });
  await options(page).first().waitFor();
  expect(await field(page).inputValue()).toBe("退款");
  expect((await titles(page))[0]).toContain("退款");
});

test("a slip of the finger is corrected, and search says what it looked for", async () => {
  const { page } = await search("refnud");
  expect((await titles(page)).join(" ")).toMatch(/refund/i);
  const status = await page.locator("[role=status]:visible").first().textContent();
  expect(status).toContain("refund");
});

test("the beginning of a word finds it while it is being typed", async () => {
  const { page } = await search("");
  await field(page).pressSequentially("vouch");
  await answered(page);
  await options(page).first().waitFor();
  expect((await titles(page)).join(" ")).toMatch(/voucher/i);
});

test("on a section's pages search can be kept to it, and widened again", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/returns/`);
  await page.keyboard.press("/");
  await ask(page, "delivery");
  const everywhere = await titles(page);
  const chip = page.getByRole("button", { name: "Only in Returns and refunds" });
  expect(await chip.getAttribute("aria-pressed")).toBe("false");
  await chip.click();
  await answered(page);
  expect(await chip.getAttribute("aria-pressed")).toBe("true");
  const addresses = await options(page).evaluateAll((all) => all.map((option) => option.getAttribute("href") ?? ""));
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => !address.startsWith("/en/returns/"))).toEqual([]);
  await ask(page, "linseed");
  expect(await options(page).count()).toBe(0);
  await page.getByRole("button", { name: "Search everywhere" }).click();
  await answered(page);
  expect(await options(page).count()).toBeGreaterThan(0);
  await ask(page, "delivery");
  expect(await titles(page)).toEqual(everywhere);
});

test("the address keeps the question; Back finds it again with its results", async () => {
  const { page } = await search("");
  await ask(page, "gift wrapping");
  await eventually(async () => new URL(page.url()).searchParams.get("q") === "gift wrapping", "the address follows");
  const found = await titles(page);
  await options(page).first().click();
  await eventually(async () => /\/en\/orders\//.test(page.url()), "the article opens");
  await page.goBack();
  await answered(page);
  expect(await field(page).inputValue()).toBe("gift wrapping");
  await eventually(async () => (await titles(page)).length > 0, "the results are back");
  expect(await titles(page)).toEqual(found);
});

test("Back finds the question again however quickly the result was opened", async () => {
  const { page } = await search("voucher");
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("input[role=combobox]")!;
    input.value = "gift wrapping";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    const open = () => {
      const first = document.querySelector("[role=option]")?.getAttribute("href") ?? "";
      if (/gift-wrapping/.test(first)) {
        input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      } else requestAnimationFrame(open);
    };
    open();
  });
  await page.waitForURL("**/en/orders/gift-wrapping/**", { waitUntil: "load" });
  await page.goBack();
  await answered(page);
  expect(await field(page).inputValue()).toBe("gift wrapping");
});

test("leaving the search page leads Back to the page before it, not through every letter typed", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/`);
  await page.goto(`${site.url}en/search/`);
  await field(page).pressSequentially("table", { delay: 30 });
  await eventually(async () => new URL(page.url()).searchParams.get("q") === "table", "the address follows");
  await page.goBack();
  expect(path(page.url())).toBe("/en/");
});

test("nothing found: says so, names the nearest titles and leads to a person with the question", async () => {
  const { page } = await search("xylophone zqwrt");
  expect(await searchBody(page).textContent()).toContain("Nothing found for “xylophone zqwrt”");
  expect(await options(page).count()).toBe(0);
  const person = page.getByRole("link", { name: "Ask a person" });
  const address = new URL((await person.getAttribute("href"))!, site.url);
  expect(address.pathname).toBe("/en/contact/");
  expect(address.searchParams.get("q")).toBe("xylophone zqwrt");
  await person.click();
  const question = page.locator("[name=question]");
  await eventually(async () => (await question.inputValue()) === "xylophone zqwrt", "the question came along");
  const mail = await page.locator("a[href^=mailto]").first().getAttribute("href");
  expect(decodeURIComponent(mail ?? "")).toContain("xylophone zqwrt");
});

test("nothing found for a near miss offers the nearest titles", async () => {
  const { page } = await search("vouchering cheque hologram");
  if ((await options(page).count()) === 0) {
    const nearest = await page.locator(".suggestions a").count();
    expect(nearest).toBeGreaterThan(0);
  }
  expect((await searchBody(page).textContent())?.trim()).not.toBe("");
});

test("recent searches and recently read articles are offered before typing, one by one and all erasable", async () => {
  const { page, context } = await browser.open();
  await page.goto(`${site.url}en/care/clean-wool-rug/`);
  await page.goto(`${site.url}en/`);
  for (const words of ["gift wrapping", "voucher", "refund"]) {
    await page.keyboard.press("/");
    await ask(page, words);
    await options(page).first().click();
    await page.waitForURL("**/en/*/*/**", { waitUntil: "load" });
    await page.goto(`${site.url}en/`);
  }
  await page.keyboard.press("/");
  const searches = page.getByRole("region", { name: "Recent searches" });
  await searches.waitFor();
  expect((await searches.locator("[data-suggestion]").allTextContents()).map((text) => text.trim())).toEqual([
    "refund",
    "voucher",
    "gift wrapping",
  ]);
  const read = page.getByRole("region", { name: "Recently read" });
  expect(await read.getByRole("link").count()).toBe(4);
  await searches.getByRole("button", { name: "Forget “voucher”" }).click();
  expect(await searches.locator("[data-suggestion]").count()).toBe(2);
  await searches.locator("[data-suggestion]").first().click();
  await answered(page);
  expect(await field(page).inputValue()).toBe("refund");
  expect(await options(page).count()).toBeGreaterThan(0);
  await field(page).fill("");
  await searches.getByRole("button", { name: /^Forget all/ }).click();
  await read.getByRole("button", { name: /^Forget all/ }).click();
  expect(await searches.count()).toBe(0);
  expect(await read.count()).toBe(0);
  await page.reload();
  await page.keyboard.press("/");
  await field(page).waitFor();
  expect(await searches.count()).toBe(0);
  expect(await read.count()).toBe(0);
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toMatch(/voucher|gift|wool/);
  expect(await context.cookies()).toEqual([]);
});

test("popular questions are offered before typing on every page that has them", async () => {
  const { page } = await browser.open();
  for (const at of ["en/", "en/returns/return-an-item/"]) {
    await page.goto(site.url + at);
    await page.keyboard.press("/");
    const popular = page.getByRole("region", { name: "Popular questions" }).last();
    await field(page).waitFor();
    expect(await popular.getByRole("link").count(), at).toBeGreaterThan(2);
  }
});

test("the browser's own search (opensearch) leads to an answer", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/`);
  const link = page.locator("link[rel=search]");
  expect(await link.getAttribute("type")).toBe("application/opensearchdescription+xml");
  const xml = await (await page.request.get(new URL((await link.getAttribute("href"))!, site.url).href)).text();
  // A page of its own: the site's policy forbids parsing strings.
  const parser = await page.context().newPage();
  const parsed = await parser.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "application/xml");
    const url = document.querySelector("Url");
    return {
      error: document.querySelector("parsererror")?.textContent ?? "",
      name: document.querySelector("ShortName")?.textContent ?? "",
      type: url?.getAttribute("type") ?? "",
      template: url?.getAttribute("template") ?? "",
    };
  }, xml);
  expect(parsed).toMatchObject({ error: "", type: "text/html", name: expect.stringMatching(/^.{1,16}$/) });
  const address = parsed.template
    .replace("https://help.example.com/", site.url)
    .replace("{searchTerms}", encodeURIComponent("gift wrapping"));
  await page.goto(address);
  await options(page).first().waitFor();
  expect((await titles(page)).join(" ")).toMatch(/gift/i);
});
