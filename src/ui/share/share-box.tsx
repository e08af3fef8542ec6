import { useRef, useState } from "preact/hooks";
import { CheckIcon, CloseIcon, CopyIcon, DownloadIcon, PrintIcon, ShareIcon } from "../icons/interface";
import type { PageData } from "../page-model";
import type { ShareStrings } from "../strings/share-en";
import { articleAddress } from "./article-address";
import { printArticle } from "./print-article";
import { drawQrCode } from "./qr-code";
import { QrImage } from "./qr-image";
import { saveSvg } from "./save-svg";
import type { SectionInSight } from "./section-in-sight";

export interface ShareBoxProps {
  readonly page: PageData;
  /** The address of a page as it may be passed on. */
  readonly shared: (url: URL) => string;
  readonly s: ShareStrings;
  /** What is being read: the address may lead there. */
  readonly section: SectionInSight | undefined;
  readonly onClose: () => void;
}

/** What the dialog holds. Nothing here is sent: the reader copies, scans, prints, or hands it to an app. */
export function ShareBox({ page, shared, s, section, onClose }: ShareBoxProps) {
  const [fromSection, setFromSection] = useState(false);
  const [copied, setCopied] = useState<boolean>();
  const field = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLElement>(null);
  const addressFrom = (anchor: string) => shared(new URL(articleAddress(page, anchor)));
  const address = addressFrom(fromSection && section ? section.anchor : "");
  const isOwn = addressFrom("") === articleAddress(page, "");
  const drawing = drawQrCode(address);
  const said = copied === undefined ? "" : copied ? s.copied : s.copyFailed;

  const copy = async () => setCopied(await copyFrom(field.current));
  const send = () => {
    // Turned down by the reader or by the device: the address is still there to be copied.
    void navigator.share({ title: page.title, url: address }).catch(() => undefined);
  };
  const print = () => {
    onClose();
    printArticle(drawing && { drawing, alt: s.qrAlt(address) });
  };
  return (
    <div class="share-box">
      <header class="share-head">
        <h2 id="ph-share-title">{s.title}</h2>
        <button type="button" class="plain-button" aria-label={s.close} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <p class="share-article">{page.title}</p>
      <div class="share-address">
        <input
          ref={field}
          type="text"
          readOnly
          aria-label={s.address}
          value={address}
          dir="ltr"
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" onClick={copy}>
          {copied ? <CheckIcon size={18} /> : <CopyIcon size={18} />}
          {copied ? s.copied : s.copy}
        </button>
      </div>
      <p class="share-said" role="status">
        {said}
      </p>
      {section && isOwn && (
        <label class="share-section">
          <input
            type="checkbox"
            checked={fromSection}
            onChange={(event) => {
              setFromSection(event.currentTarget.checked);
              setCopied(undefined);
            }}
          />
          <span>{s.fromSection(section.title)}</span>
        </label>
      )}
      <div class="share-ways">
        {"share" in navigator && (
          <button type="button" class="button quiet" onClick={send}>
            <ShareIcon size={18} />
            {s.send}
          </button>
        )}
        <button type="button" class="button quiet" onClick={print}>
          <PrintIcon size={18} />
          {s.print}
        </button>
      </div>
      <section class="share-qr" aria-labelledby="ph-share-qr">
        <h3 id="ph-share-qr">{s.qrTitle}</h3>
        {drawing ? (
          <figure ref={code}>
            <QrImage drawing={drawing} alt={s.qrAlt(address)} />
            <figcaption>
              <p>{s.qrHint}</p>
              <p class="share-qr-address" dir="ltr">
                {address}
              </p>
              <button
                type="button"
                class="button quiet"
                onClick={() => {
                  const svg = code.current?.querySelector("svg");
                  if (svg) saveSvg(svg, `${(isOwn && page.article?.split("/").at(-1)) || "article"}.svg`);
                }}
              >
                <DownloadIcon size={18} />
                {s.qrSave}
              </button>
            </figcaption>
          </figure>
        ) : (
          <p>{s.qrTooLong}</p>
        )}
      </section>
    </div>
  );
}

/** Copies what a field holds. By selection where the clipboard is refused: on plain http, or without the permission. */
async function copyFrom(field: HTMLInputElement | null): Promise<boolean> {
  if (!field) return false;
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    const focused = document.activeElement;
    field.select();
    const done = document.execCommand("copy");
    // What was not copied stays selected for the keyboard.
    if (done && focused instanceof HTMLElement) focused.focus();
    return done;
  }
}
