import { render } from "preact";
import { ArrowLeftIcon, CloseIcon, ExternalIcon, SearchIcon } from "../icons/interface";
import { Svg } from "../icons/svg";
import { interfaceLang } from "../strings/context";
import type { EmbedStrings } from "../strings/embed-en";

export interface FrameBarProps {
  readonly words: EmbedStrings;
  readonly locale: string;
  readonly title: string;
  /** Address of the page itself, for a tab of its own. */
  readonly page: string;
  /** Absent where the page has its own field. */
  readonly onSearch: (() => void) | undefined;
  /** Absent on home itself. */
  readonly home: string | undefined;
  /** Absent where there is no page before. */
  readonly onBack: (() => void) | undefined;
  /** Absent where the frame is part of its host page. */
  readonly onClose: (() => void) | undefined;
}

/** Puts the bar, which takes the place of the site's header, at the top of the page; again with what has changed. */
export function showFrameBar(props: FrameBarProps): void {
  const bar = document.getElementById("ph-frame-bar") ?? document.createElement("header");
  bar.id = "ph-frame-bar";
  bar.className = "frame-bar";
  if (!bar.isConnected) {
    const skip = document.querySelector(".skip-link");
    if (skip) skip.after(bar);
    else document.body.prepend(bar);
  }
  render(<FrameBar {...props} />, bar);
}

function FrameBar({ words, locale, title, page, home, onSearch, onBack, onClose }: FrameBarProps) {
  return (
    <nav class="frame-bar-inner" aria-label={words.bar} {...interfaceLang(locale)}>
      {onBack && (
        <button type="button" class="frame-tool" aria-label={words.back} title={words.back} onClick={onBack}>
          <ArrowLeftIcon size={20} class="flip" />
        </button>
      )}
      <p class="frame-title">{title}</p>
      {onSearch && (
        <button type="button" class="frame-tool" aria-label={words.search} title={words.search} onClick={onSearch}>
          <SearchIcon size={20} />
        </button>
      )}
      {home !== undefined && (
        <a class="frame-tool" href={home} aria-label={words.home} title={words.home}>
          <HomeIcon />
        </a>
      )}
      <a class="frame-tool" href={page} target="_blank" rel="noopener" aria-label={words.newTab} title={words.newTab}>
        <ExternalIcon size={19} />
      </a>
      {onClose && (
        <button type="button" class="frame-tool" aria-label={words.close} title={words.close} onClick={onClose}>
          <CloseIcon size={20} />
        </button>
      )}
    </nav>
  );
}

function HomeIcon() {
  return (
    <Svg>
      <path d="M4.5 10.75 12 4.5l7.5 6.25M6.5 9.5v8.75c0 .7.55 1.25 1.25 1.25h8.5c.7 0 1.25-.55 1.25-1.25V9.5M10 19.25v-5h4v5" />
    </Svg>
  );
}
