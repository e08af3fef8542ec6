import { ArrowLeftIcon, ArrowRightIcon } from "../icons/interface";
import type { LinkModel } from "../page-model";
import { useWording } from "../strings/context";

interface PagerProps {
  readonly previous?: LinkModel | undefined;
  readonly next?: LinkModel | undefined;
}

/** Previous and next article of the section. */
export function Pager({ previous, next }: PagerProps) {
  const { t } = useWording();
  if (!previous && !next) return null;
  return (
    <nav class="pager" aria-label={t.previousNext}>
      {previous && (
        <a class="pager-link" href={previous.href} rel="prev">
          <span class="pager-hint">
            <ArrowLeftIcon size={16} class="flip" />
            {t.previous}
          </span>
          <span>{previous.title}</span>
        </a>
      )}
      {next && (
        <a class="pager-link next" href={next.href} rel="next">
          <span class="pager-hint">
            {t.next}
            <ArrowRightIcon size={16} class="flip" />
          </span>
          <span>{next.title}</span>
        </a>
      )}
    </nav>
  );
}
