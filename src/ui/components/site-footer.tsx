import { LockIcon, ShieldIcon } from "../icons/interface";
import type { Page } from "../page-model";
import { interfaceLang, useWording } from "../strings/context";
import { deviceStringsFor } from "../strings/device-words";
import { printStringsFor } from "../strings/print-words";
import { sealedStringsFor } from "../strings/sealed-words";
import { contactHref } from "./contact-prompt";
import { LanguageLink } from "./language-switch";

/** The foot of every page: where the reader is, what stays private, the ways out. */
export function SiteFooter({ page }: { readonly page: Page }) {
  const { t, locale } = useWording();
  const d = deviceStringsFor(locale);
  const others = page.languages.filter((language) => language.locale !== page.site.locale);
  return (
    <footer class="site-footer" {...interfaceLang(locale)}>
      <div class="site-footer-inner">
        <p class="footer-note">
          <ShieldIcon size={18} />
          {t.footerPrivacy}
        </p>
        <ul class="footer-links">
          <li>
            <a href={page.site.home}>{page.site.name}</a>
          </li>
          <li>
            <a href={page.site.search}>{t.search}</a>
          </li>
          {page.site.ask !== undefined && (
            <li>
              <a href={page.site.ask}>{t.askQuestion}</a>
            </li>
          )}
          <li>
            <a href={page.kind === "contact" ? page.href : contactHref(page)} data-contact-link>
              {t.contact}
            </a>
          </li>
          {page.site.unlock !== undefined && (
            <li data-unlock-link>
              <a href={page.site.unlock}>
                <LockIcon size={16} />
                {sealedStringsFor(locale).link}
              </a>
            </li>
          )}
          <li>
            <a href={page.site.offline}>{d.offlineLink}</a>
          </li>
          <li>
            <a href={page.site.yourData}>{d.yourDataLink}</a>
          </li>
          {page.kind === "home" && (
            <li class="js-only">
              <a href={`${page.site.print}#all`}>{printStringsFor(locale).everything}</a>
            </li>
          )}
          {others.map((language) => (
            <li key={language.locale}>
              <LanguageLink language={language} />
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
