import type { JSX } from "preact";
import { type IconProps, Svg } from "./svg";

/** Drawings an author can name as a section's `icon` in the configuration. */
const drawings = {
  box: (
    <>
      <path d="M12 3.5 19.75 7.5v9L12 20.5l-7.75-4v-9L12 3.5Z" />
      <path d="m4.5 7.65 7.5 3.9 7.5-3.9M12 11.6v8.7M8.1 5.55l7.55 3.95" />
    </>
  ),
  truck: (
    <>
      <path d="M3.25 6.25h10.5v10.5H9.9M5.6 16.75H3.25V6.25M13.75 9.75h3.4l3.6 3.6v3.4h-1.35M15 16.75h-1.25" />
      <circle cx="7.75" cy="17" r="2.1" />
      <circle cx="17.2" cy="17" r="2.1" />
    </>
  ),
  return: (
    <>
      <path d="M4 9h10.25a5.25 5.25 0 0 1 0 10.5H9" />
      <path d="M8.5 4.5 4 9l4.5 4.5" />
    </>
  ),
  card: (
    <>
      <rect x="3.25" y="5.25" width="17.5" height="13.5" rx="2.25" />
      <path d="M3.25 9.75h17.5M6.75 15h3.5" />
    </>
  ),
  receipt: (
    <>
      <path d="M5.75 3.75h12.5v16.5l-2.1-1.4-2.05 1.4-2.1-1.4-2.1 1.4-2.05-1.4-2.1 1.4V3.75Z" />
      <path d="M9 8.25h6M9 12h6" />
    </>
  ),
  user: (
    <>
      <circle cx="12" cy="8.25" r="4" />
      <path d="M4.5 20.25c.75-3.9 3.5-6 7.5-6s6.75 2.1 7.5 6" />
    </>
  ),
  shield: (
    <>
      <path d="M12 3.5 19 6v5.5c0 4.25-2.75 7.4-7 9-4.25-1.6-7-4.75-7-9V6l7-2.5Z" />
      <path d="m8.9 11.9 2.2 2.2 4-4.2" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="10.25" width="14" height="10" rx="2.25" />
      <path d="M8 10.25V7.5a4 4 0 0 1 8 0v2.75M12 14.25v2" />
    </>
  ),
  star: (
    <>
      <path d="m12 3.75 2.55 5.2 5.7.8-4.1 4.05.95 5.7-5.1-2.7-5.1 2.7.95-5.7-4.1-4.05 5.7-.8L12 3.75Z" />
    </>
  ),
  wrench: (
    <>
      <path d="M20 7.4a5 5 0 0 1-6.85 6.1l-5.9 6a2.2 2.2 0 0 1-3.1-3.1l6-5.9A5 5 0 0 1 16.25 3.9L13.3 6.9l.5 3 3 .5L20 7.4Z" />
    </>
  ),
  book: (
    <>
      <path d="M12 6.25c-2.1-1.45-4.7-2-8-1.75v13.25c3.3-.25 5.9.3 8 1.75 2.1-1.45 4.7-2 8-1.75V4.5c-3.3-.25-5.9.3-8 1.75ZM12 6.25V19.5" />
    </>
  ),
  leaf: (
    <>
      <path d="M5 19c-1-8.5 4-14.25 15-14.25C20.25 14.5 14.75 20 7 17.25" />
      <path d="M4 20.5c2-5.25 5.25-8.5 10-10.25" />
    </>
  ),
  home: (
    <>
      <path d="m3.75 11 8.25-7.25L20.25 11" />
      <path d="M6 9.25v10.5h12V9.25M10 19.75v-5.5h4v5.5" />
    </>
  ),
  gift: (
    <>
      <path d="M3.75 8.25h16.5v4H3.75zM5.25 12.25h13.5v8H5.25zM12 8.25v12" />
      <path d="M12 8.25c-1-3-2.5-4.5-4.1-4.5a2 2 0 0 0-2 2.1c0 1.5 1.6 2.4 6.1 2.4Zm0 0c1-3 2.5-4.5 4.1-4.5a2 2 0 0 1 2 2.1c0 1.5-1.6 2.4-6.1 2.4Z" />
    </>
  ),
  chat: (
    <>
      <path d="M20.25 11.5c0 4-3.7 7.25-8.25 7.25-1 0-2-.15-2.9-.45L4.5 20l1-3.6a6.8 6.8 0 0 1-1.75-4.9c0-4 3.7-7.25 8.25-7.25s8.25 3.25 8.25 7.25Z" />
      <path d="M8.5 11.5h.01M12 11.5h.01M15.5 11.5h.01" />
    </>
  ),
  phone: (
    <>
      <path d="M8.4 4.25 10 8.5 7.9 10.4a12.5 12.5 0 0 0 5.7 5.7l1.9-2.1 4.25 1.6v2.9c0 .97-.78 1.75-1.75 1.75C10.4 20.25 3.75 13.6 3.75 6c0-.97.78-1.75 1.75-1.75h2.9Z" />
    </>
  ),
  mail: (
    <>
      <rect x="3.25" y="5" width="17.5" height="14" rx="2.25" />
      <path d="m3.75 7 8.25 6 8.25-6" />
    </>
  ),
  form: (
    <>
      <rect x="4.5" y="3.75" width="15" height="16.5" rx="2.25" />
      <path d="M8 8.5h8M8 12.25h8M8 16h3.5" />
    </>
  ),
  tag: (
    <>
      <path d="M12.4 3.75h7.85v7.85l-8.6 8.6-7.85-7.85 8.6-8.6Z" />
      <path d="M16 8h.01" />
    </>
  ),
  heart: (
    <>
      <path d="M12 19.75c-5.5-3.9-8.25-7.1-8.25-10.6a4.35 4.35 0 0 1 8.25-2 4.35 4.35 0 0 1 8.25 2c0 3.5-2.75 6.7-8.25 10.6Z" />
    </>
  ),
  gear: (
    <>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 3.5v2.25M12 18.25v2.25M3.5 12h2.25M18.25 12h2.25M6 6l1.6 1.6M16.4 16.4 18 18M6 18l1.6-1.6M16.4 7.6 18 6" />
      <circle cx="12" cy="12" r="6.25" />
    </>
  ),
  building: (
    <>
      <path d="M5.25 20.25V5.5c0-.97.78-1.75 1.75-1.75h6c.97 0 1.75.78 1.75 1.75v14.75M14.75 10h2.5c.97 0 1.75.78 1.75 1.75v8.5M3.5 20.25h17M8.5 8h3M8.5 12h3M8.5 16h3" />
    </>
  ),
  calendar: (
    <>
      <rect x="3.75" y="5" width="16.5" height="15.25" rx="2.25" />
      <path d="M3.75 9.75h16.5M8 3.25V6.5M16 3.25V6.5" />
    </>
  ),
  accessibility: (
    <>
      <circle cx="12" cy="12" r="8.25" />
      <path d="M12 7.6v.1M8 10.4c2.6.75 5.4.75 8 0M12 11v2.5M9.75 17.25 12 13.5l2.25 3.75" />
    </>
  ),
  laptop: (
    <>
      <rect x="5" y="5" width="14" height="10" rx="1.75" />
      <path d="M2.75 18.75h18.5" />
    </>
  ),
} satisfies Record<string, JSX.Element>;

export type SectionIconName = keyof typeof drawings;

function isSectionIcon(name: string): name is SectionIconName {
  return Object.hasOwn(drawings, name);
}

/** The icon of a section; a name that is not in the set, or none, gives the open book. */
export function SectionIcon({ name = "book", ...props }: IconProps & { readonly name?: string | undefined }) {
  return <Svg {...props}>{drawings[isSectionIcon(name) ? name : "book"]}</Svg>;
}
