import { PrintIcon } from "../icons/interface";
import type { SiteModel } from "../page-model";
import { interfaceLang, useWording } from "../strings/context";
import { printStringsFor } from "../strings/print-words";

interface PrintLinkProps {
  readonly site: SiteModel;
  /** Slugged path of the section that is printed, with all below it. */
  readonly section: string;
}

/** Leads to the page that puts a section together for paper; without a script that page has nothing to offer. */
export function PrintLink({ site, section }: PrintLinkProps) {
  const { locale } = useWording();
  return (
    <a
      class="button quiet js-only"
      href={`${site.print}#section=${encodeURIComponent(section)}`}
      {...interfaceLang(locale)}
    >
      <PrintIcon size={18} />
      {printStringsFor(locale).section}
    </a>
  );
}
