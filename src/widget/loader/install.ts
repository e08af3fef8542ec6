import type { PocketHelpOptions, PocketHelpWidget } from "../api";
import type { WidgetSite } from "../site";
import { whenIdle } from "./idle";
import { createWidget, type Widget } from "./widget";

const METHODS = "open close toggle search ask article context set destroy".split(" ");
/** Those that promise something. */
const REQUESTS = ["suggest", "unlock", "signOut"];

/**
 * Puts the API in the place of the host's list of calls, and the widget into the page once the browser is idle; calls
 * wait for that, in order. Does nothing where the API is already.
 *
 * @param script carries the options in its `data-` attributes; `data-site` is the help centre's address when the script
 * was not loaded from there
 */
export function installWidget(site: WidgetSite, script: HTMLScriptElement): void {
  const calls = window.PocketHelp ?? [];
  if (!Array.isArray(calls)) return;
  const base = new URL(script.dataset.site ?? ".", script.src || location.href);
  const ready = new Promise<Widget>((resolve) =>
    whenIdle(() => resolve(createWidget(site, base, script.dataset as PocketHelpOptions))),
  );
  // A call that goes wrong rejects its own promise and keeps none of the others back.
  type Call = (...args: readonly unknown[]) => unknown;
  const call =
    (name: string) =>
    (...args: readonly unknown[]) =>
      ready.then((widget) => (widget as unknown as Record<string, Call>)[name]?.(...args));
  const api: Record<string, Call> = {
    on(...args) {
      const end = call("on")(...args) as Promise<() => void>;
      return () => end.then((callback) => callback());
    },
    push(...more) {
      for (const [name, ...args] of more as [string, ...unknown[]][]) api[name]?.(...args);
    },
  };
  for (const name of METHODS)
    api[name] = (...args) => {
      call(name)(...args);
    };
  for (const name of REQUESTS) api[name] = call(name);
  window.PocketHelp = api as unknown as PocketHelpWidget;
  api.push?.(...calls);
}
