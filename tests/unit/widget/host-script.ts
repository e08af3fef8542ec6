// What a host might write against the shipped types. The type check holds it; nothing runs it.
import type { PocketHelpCall, PocketHelpSuggestion, PocketHelpWidget } from "../../../src/widget/api";

export async function hostScript(): Promise<readonly PocketHelpSuggestion[]> {
  window.PocketHelp ??= [];
  window.PocketHelp.push(["ask", "How do I return a sofa?"]);
  const widget = window.PocketHelp as PocketHelpWidget;
  widget.set({ position: "start", theme: { "--pocket-help-accent": "#0f6b5c" } });
  widget.context({ Order: "EB-1042" });
  const end = widget.on("answered", ({ article }) => console.log(article.toUpperCase()));
  end();
  // @ts-expect-error a question is a text
  widget.ask(42);
  // @ts-expect-error there is no such event
  widget.on("typed", () => undefined);
  // @ts-expect-error there is no such call
  const wrong: PocketHelpCall = ["shout", "hello"];
  widget.push(wrong);
  return widget.suggest({ url: location.href, tags: ["checkout"] });
}
