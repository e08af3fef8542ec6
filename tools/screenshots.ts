/**
 * Takes the pictures of the widget in `docs/screenshots`, from the demo in the pages of two made-up hosts:
 * `npx tsx tools/screenshots.ts [FOLDER]` (after `npm run build:app`).
 */
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { demoHosts } from "../tests/browser/support/demo-hosts";
import { helpFrame, launcher } from "../tests/browser/support/host-visit";
import { launchChromium } from "../tests/support/chromium";

const folder = process.argv[2] ?? "docs/screenshots";
const demo = await demoHosts();
const chromium = await launchChromium();

interface Picture {
  readonly file: string;
  readonly address: string;
  readonly help: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly phone?: boolean;
  /** Brings the page to what the picture shows. */
  arrange(page: Page): Promise<void>;
  /** Is on the picture once it can be taken. */
  readonly shown: (frame: Frame) => Promise<unknown>;
}

/** Time in which pictures come and the panel comes to rest, milliseconds. */
const SETTLED = 1000;

const openPanel = (page: Page) => launcher(page).click();
const answered = (frame: Frame) => frame.locator('.turn[data-status="answered"] blockquote').first().waitFor();
const suggested = (frame: Frame) => frame.locator("#ph-frame-suggestions a").first().waitFor();

const PICTURES: readonly Picture[] = [
  {
    file: "widget-shop.png",
    address: demo.shop.page("en/checkout.html"),
    help: demo.help.url,
    width: 1280,
    height: 860,
    arrange: (page) => page.getByRole("button", { name: "Help with payment" }).click(),
    shown: answered,
  },
  {
    file: "widget-phone.png",
    address: demo.shop.page("en/checkout.html"),
    help: demo.help.url,
    width: 390,
    height: 844,
    phone: true,
    arrange: openPanel,
    shown: suggested,
  },
  {
    file: "widget-shop-zh-dark.png",
    address: demo.shop.page("zh/checkout.html"),
    help: demo.help.url,
    width: 1280,
    height: 860,
    dark: true,
    arrange: openPanel,
    shown: suggested,
  },
  {
    file: "widget-intranet.png",
    address: demo.intranet.page("index.html"),
    help: demo.staff.url,
    width: 1280,
    height: 800,
    arrange: async (page) => {
      const field = (await helpFrame(page, demo.staff.url)).locator("#ph-ask");
      await field.fill("How do I claim expenses?");
      await field.press("Enter");
    },
    shown: answered,
  },
];

try {
  for (const { file, address, help, width, height, dark, phone, arrange, shown } of PICTURES) {
    const context = await chromium.newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
      ...(phone && { isMobile: true, hasTouch: true }),
    });
    const page = await context.newPage();
    await page.goto(address);
    await arrange(page);
    const frame = await helpFrame(page, help);
    await shown(frame);
    await page.waitForTimeout(SETTLED);
    await page.screenshot({ path: join(folder, file) });
    console.log(join(folder, file));
    await context.close();
  }
} finally {
  await chromium.close();
  await demo.remove();
}
