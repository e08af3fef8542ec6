import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Runs axe on the page as it stands; one line for each rule that is broken. Works under the page's own policy. */
export async function axeViolations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    // The debugger's own evaluation is bound neither by the policy nor by Trusted Types.
    await session.send("Runtime.evaluate", { expression: `window.axe ?? (() => { ${SOURCE} })()` });
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression: `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`axe did not run: ${exceptionDetails.exception?.description}`);
    return (result.value as AxeViolation[]).map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes
          .slice(0, 3)
          .map((node) => `    ${node.html.slice(0, 200)}\n    ${node.failureSummary?.replace(/\s+/g, " ") ?? ""}`)
          .join("\n")}`,
    );
  } finally {
    await session.detach();
  }
}
