import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { type DemoHosts, demoHosts } from "./support/demo-hosts";
import { type HostSite, serveHost } from "./support/host-server";
import { answerIn, helpFrame, launcher, listenTo, panel, visitHost } from "./support/host-visit";
import { violations } from "./support/violations";

const browser = useBrowser();
let demo: DemoHosts;
/** A site that the help centre's configuration does not name. */
let stranger: HostSite;

beforeAll(async () => {
  demo = await demoHosts();
  stranger = await serveHost("hostile");
  stranger.embed({ help: demo.help.url });
});
afterAll(async () => {
  await stranger?.stop();
  await demo?.remove();
});

const visit = (name: string, options = {}) => visitHost(browser, demo.hostile.page(`${name}.html`), options);

/** Whether all of an element's box is in the window. */
async function inWindow(page: Page, of: typeof launcher): Promise<boolean> {
  const box = (await of(page).boundingBox())!;
  const { width, height } = page.viewportSize()!;
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
}

async function openPanel(page: Page) {
  // A real click: it lands on whatever is uppermost at that place.
  await launcher(page).click();
  const frame = await helpFrame(page, demo.help.url);
  await frame.locator("h1").first().waitFor();
  return frame;
}

test("a host that unsets every style leaves launcher and panel as they are", async () => {
  const { page } = await visit("unset");
  const look = (target: Page) =>
    launcher(target).evaluate((button) => {
      const { display, backgroundColor, color, fontSize, position, cursor } = getComputedStyle(button);
      return { display, backgroundColor, color, fontSize, position, cursor };
    });
  const plain = await visit("plain");
  expect(await look(page)).toEqual(await look(plain.page));
  await openPanel(page);
  await openPanel(plain.page);
  expect(await panel(page).boundingBox()).toEqual(await panel(plain.page).boundingBox());
});

test("a host that unsets every style shows the inline panel all the same", async () => {
  const { page } = await visit("unset");
  const frame = await helpFrame(page, demo.help.url);
  await frame.locator("h1").first().waitFor();
  const box = (await page.locator("pocket-help").boundingBox())!;
  expect(box.width).toBeGreaterThan(600);
  expect(box.height).toBeGreaterThan(200);
});

test("an overlay with the largest z-index does not cover it", async () => {
  const { page } = await visit("overlay");
  const frame = await openPanel(page);
  await frame.locator("#ph-frame-bar a").first().click({ trial: true });
});

test("a body that clips and transforms what is in it has no hold on it", async () => {
  const { page } = await visit("clipped");
  expect(await inWindow(page, launcher)).toBe(true);
  const box = (await launcher(page).boundingBox())!;
  expect(box.y).toBeGreaterThan(800);
  await openPanel(page);
  expect(await inWindow(page, panel)).toBe(true);
  expect((await panel(page).boundingBox())!.height).toBeGreaterThan(500);
});

test("on a page from right to left it stands where lines end, and speaks a language of the site", async () => {
  const { page } = await visit("rtl");
  expect((await launcher(page).boundingBox())!.x).toBeLessThan(100);
  const frame = await openPanel(page);
  expect((await panel(page).boundingBox())!.x).toBeLessThan(100);
  expect(await frame.locator("html").getAttribute("lang")).toBe("en");
  expect(await frame.locator("body").evaluate((body) => getComputedStyle(body).direction)).toBe("ltr");
});

test("a root font of 200 % neither blows it up nor pushes it out of the window", async () => {
  const { page } = await visit("large", { viewport: { width: 1024, height: 600 } });
  expect((await launcher(page).boundingBox())!.height).toBeLessThan(72);
  await openPanel(page);
  expect(await inWindow(page, panel)).toBe(true);
  expect((await panel(page).boundingBox())!.width).toBeLessThan(512);
});

test("a host that the configuration does not name gets no page of the help centre", async () => {
  const { page } = await visitHost(browser, stranger.page("plain.html"));
  const answered = await listenTo(page, "answered");
  await page.evaluate(() => window.PocketHelp?.push(["ask", "How long does a refund take?"]));
  const frame = await eventually(
    async () => page.frames().find((frame) => frame.url().startsWith("chrome-error:")),
    "the browser refuses the frame",
  );
  expect(await frame.locator("body").innerText()).not.toContain("Eavesby");
  expect(await answered()).toEqual([]);
  // What there is instead: a link to the help centre itself.
  const link = panel(page).getByRole("link");
  await link.waitFor({ timeout: 15_000 });
  expect(await link.getAttribute("href")).toMatch(new RegExp(`^${demo.help.url}`));
});

test("an advert that forges messages is heard by neither side", async () => {
  const advert = await serveHost("hostile");
  try {
    demo.hostile.embed({ help: demo.help.url, advert: advert.page("advert.html") });
    const { page } = await visit("forge");
    await launcher(page).click();
    const frame = await helpFrame(page, demo.help.url);
    const lies = await eventually(
      async () => page.frames().find((frame) => frame.url() === advert.page("advert.html")),
      "the advert",
    );
    const forged = async () => Number(/forged (\d+)/.exec(await lies.title())?.[1] ?? 0);
    await eventually(async () => (await forged()) > 5, "forged messages");
    await page.evaluate(() => window.PocketHelp?.push(["ask", "How long does a refund take?"]));
    await answerIn(frame);
    const before = await forged();
    await eventually(async () => (await forged()) > before + 5, "more forged messages");
    expect(await lies.title()).toMatch(/heard 0$/);
    expect(frame.url()).not.toContain("forged");
    await frame.locator("a[data-contact-link]:visible").last().click();
    await frame.locator("a[data-channel]").first().waitFor();
    expect(await frame.locator("body").innerText()).not.toContain("Forged");
    expect(await violations(page)).toEqual([]);
  } finally {
    demo.hostile.embed({ help: demo.help.url });
    await advert.stop();
  }
});
