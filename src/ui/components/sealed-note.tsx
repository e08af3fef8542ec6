import { LockIcon } from "../icons/interface";
import type { SiteModel } from "../page-model";
import { interfaceLang, useWording } from "../strings/context";
import { sealedStringsFor } from "../strings/sealed-words";

interface SealedNoteProps {
  readonly site: SiteModel;
  /** There is nothing else on the site. */
  readonly all?: boolean;
}

/** Says below the topics that there are more, for those who have the passphrase. Nothing where no articles are sealed. */
export function SealedNote({ site, all }: SealedNoteProps) {
  const { locale } = useWording();
  const s = sealedStringsFor(locale);
  if (site.unlock === undefined) return null;
  return (
    <p class="sealed-note" data-all={all ? "" : undefined} {...interfaceLang(locale)}>
      <LockIcon size={20} />
      <span>
        {all ? s.homeAll : s.homeBody} <a href={site.unlock}>{s.homeLink}</a>
      </span>
    </p>
  );
}
