import type { LinkModel } from "../page-model";

interface SideNavProps {
  readonly title: string;
  readonly titleHref?: string | undefined;
  readonly links: readonly LinkModel[];
  readonly current: string;
}

/** Neighbours of the page, on wide screens. */
export function SideNav({ title, titleHref, links, current }: SideNavProps) {
  if (links.length < 2) return <div class="side-nav" />;
  return (
    <nav class="side-nav" aria-label={title}>
      <p class="side-nav-title">{titleHref ? <a href={titleHref}>{title}</a> : title}</p>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.href === current ? "page" : undefined}>
              {link.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
