import { ArrowRightIcon } from "../icons/interface";
import type { Page } from "../page-model";
import { interfaceLang, useWording } from "../strings/context";

/** Address of the contact page that remembers where the reader came from. */
export function contactHref(page: Page): string {
  return `${page.site.contact}?page=${encodeURIComponent(page.href)}`;
}

/** The end of every page: a person. */
export function ContactPrompt({ page }: { readonly page: Page }) {
  const { t, locale } = useWording();
  return (
    <section class="stuck" aria-labelledby="stuck-title" {...interfaceLang(locale)}>
      <div>
        <h2 id="stuck-title">{t.stuckTitle}</h2>
        <p>{t.stuckBody}</p>
      </div>
      <a class="button" href={contactHref(page)} data-contact-link>
        {t.contact}
        <ArrowRightIcon size={18} />
      </a>
    </section>
  );
}
