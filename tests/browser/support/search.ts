import type { Locator, Page } from "playwright-core";
import { eventually } from "./browser";

export const field = (page: Page): Locator => page.locator("input[role=combobox]:visible");
export const options = (page: Page): Locator => page.locator("[role=option]:visible");
/** Everything below the field: state, results, suggestions. */
export const searchBody = (page: Page): Locator => page.locator(".search-body:visible");

/**
 * Waits until the question in the field is answered, with results or without, and nothing under way will change the
 * answer: typing has paused, and search by meaning has come or is not to be had.
 */
export async function answered(page: Page, what = "an answer"): Promise<void> {
  await eventually(
    () =>
      page.evaluate(() => {
        const body = [...document.querySelectorAll(".search-body")].find((element) => element.checkVisibility());
        if (body?.getAttribute("aria-busy") !== "false" || body.querySelector("[aria-busy=true]")) return false;
        return body.getAttribute("data-settled") === "true";
      }),
    what,
  );
}

/** Asks in the field that is shown and waits for the answer. */
export async function ask(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await answered(page, `an answer to ${text.slice(0, 40)}`);
}

/** Titles of the articles that were found, best first. */
export async function titles(page: Page): Promise<string[]> {
  const texts = await page.locator(".result-title:visible").allTextContents();
  return texts.map((text) => text.trim());
}
