import { ChevronRightIcon } from "../icons/interface";
import type { LinkModel } from "../page-model";
import { useWording } from "../strings/context";

/** Home first, the parent last; the page itself is its title below. */
export function Breadcrumb({ links }: { readonly links: readonly LinkModel[] }) {
  const { t } = useWording();
  if (links.length === 0) return null;
  return (
    <nav class="breadcrumb" aria-label={t.breadcrumb}>
      <ol>
        {links.map((link, i) => (
          <li key={link.href}>
            {i > 0 && <ChevronRightIcon size={14} class="flip" />}
            <a href={link.href}>{link.title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
