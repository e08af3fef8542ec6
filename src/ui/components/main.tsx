import type { ComponentChildren } from "preact";
import type { Page } from "../page-model";
import { isToolPage } from "../tool-pages";
import { ContactPrompt } from "./contact-prompt";
import { LoadFailure } from "./load-failure";

interface MainProps {
  readonly page: Page;
  readonly class?: string;
  /** Title of the section the page stands in; scoped search names its chip after it. */
  readonly sectionTitle?: string | undefined;
  readonly children: ComponentChildren;
}

/** The page's main landmark; it ends in the way to a person, except where the page is that way. */
export function Main({ page, class: name, sectionTitle, children }: MainProps) {
  return (
    <main id="main" class={name} tabIndex={-1} data-section-title={sectionTitle}>
      {isToolPage(page.kind) && <LoadFailure />}
      {children}
      {page.kind !== "contact" && <ContactPrompt page={page} />}
    </main>
  );
}
