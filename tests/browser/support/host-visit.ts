import type { BrowserContextOptions, Frame, Locator, Page } from "playwright-core";
import type { PocketHelpEvents, PocketHelpWidget } from "../../../src/widget/api";
import { eventually, type OpenPage, type useBrowser } from "./browser";
import { watchViolations } from "./violations";

/** A visit to a page that embeds the widget, once `widget.js` has run there. */
export interface HostVisit extends OpenPage {
  /** Every message that the host page has got, by its window and by the widget's ports, each as JSON. */
  heard(): Promise<readonly string[]>;
}

interface Watched {
  __heard?: string[];
}

/** This browser refuses all storage to frames of other sites, as Chrome does in its incognito windows. */
export async function visitHost(
  browser: Pick<ReturnType<typeof useBrowser>, "open">,
  address: string,
  options: BrowserContextOptions = {},
): Promise<HostVisit> {
  const visit = await browser.open({ reducedMotion: "reduce", ...options });
  const { page, context } = visit;
  await watchViolations(context);
  await context.addInitScript(() => {
    if (window.parent !== window) return;
    const heard: string[] = [];
    (window as Watched).__heard = heard;
    const record = ({ data }: MessageEvent) => heard.push(JSON.stringify(data));
    addEventListener("message", record, true);
    const Channel = window.MessageChannel;
    window.MessageChannel = class extends Channel {
      constructor() {
        super();
        this.port1.addEventListener("message", record);
      }
    };
  });
  await page.goto(address);
  await eventually(() => page.evaluate(() => "open" in (window.PocketHelp ?? {})), "widget.js has run");
  return { ...visit, heard: async () => (await page.evaluate(() => (window as Watched).__heard)) ?? [] };
}

export const launcher = (page: Page): Locator => page.locator("button[popover]");
export const panel = (page: Page): Locator => page.locator("dialog");

/** The frame of the help centre, once its page has loaded. @param help address of the help centre's root */
export async function helpFrame(page: Page, help: string): Promise<Frame> {
  const frame = await eventually(
    async () => page.frames().find((frame) => frame.parentFrame() !== null && frame.url().startsWith(help)),
    "the help centre's frame",
  );
  await frame.waitForLoadState();
  return frame;
}

/** Notes an event's details from now on. @returns those so far */
export async function listenTo<Name extends keyof PocketHelpEvents>(
  page: Page,
  name: Name,
): Promise<() => Promise<readonly PocketHelpEvents[Name][]>> {
  await page.evaluate((event) => {
    const notes: unknown[] = [];
    Object.assign(window, { [`on ${event}`]: notes });
    (window.PocketHelp as PocketHelpWidget).on(event, (detail) => notes.push(detail));
  }, name);
  return () => page.evaluate((event) => Reflect.get(window, `on ${event}`) as PocketHelpEvents[Name][], name);
}

/** Words of the last answer, once it is there. */
export async function answerIn(frame: Frame): Promise<string> {
  await frame.locator('.turn:last-child[data-status="answered"]').waitFor();
  return (await frame.locator(".turn blockquote").last().innerText()).trim();
}
