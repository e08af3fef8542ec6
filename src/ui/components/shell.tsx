import type { ComponentChildren } from "preact";
import { StaffIcon } from "../icons/interface";
import type { Page } from "../page-model";
import { interfaceLang, useWording } from "../strings/context";
import { CopyAge } from "./offline-badge";
import { PrintLine } from "./print-line";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

/** What every page shares: skip link, header, footer, and the note of the staff edition. */
export function Shell({ page, children }: { readonly page: Page; readonly children: ComponentChildren }) {
  const { t, locale } = useWording();
  return (
    <>
      <a class="skip-link" href="#main" {...interfaceLang(locale)}>
        {t.skipToContent}
      </a>
      <SiteHeader page={page} />
      {page.site.staff && (
        <p class="staff-banner" {...interfaceLang(locale)}>
          <StaffIcon size={18} />
          <span>
            <strong>{t.staffEdition}.</strong> {t.staffEditionNote}
          </span>
        </p>
      )}
      <CopyAge />
      <PrintLine page={page} />
      {children}
      <SiteFooter page={page} />
    </>
  );
}
