import { useEffect, useState } from "preact/hooks";
import type { Quotation } from "../../domain/answer";
import { copyText } from "../behaviour/copy";
import { CheckIcon, CopyIcon } from "../icons/interface";
import { sectionHref } from "../search/result-options";
import { useAnswerWords } from "./words-context";

const SHOWN_FOR = 2000;

/** What is copied: the words, where they stand, and the whole address. */
export function withSource({ text, title, article, anchor }: Quotation, base: string, origin: string): string {
  return `${text}\n\n${title}\n${new URL(sectionHref(base, article, anchor), origin).href}`;
}

/** Puts a quotation with its source on the clipboard; nothing is sent. */
export function CopySource({ quotation, base }: { readonly quotation: Quotation; readonly base: string }) {
  const a = useAnswerWords();
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const said = copied === undefined ? "" : copied ? a.answerCopied : a.answerCopyFailed;
  return (
    <>
      <button
        type="button"
        class="button quiet"
        onClick={async () => setCopied(await copyText(withSource(quotation, base, location.origin)))}
      >
        {copied ? <CheckIcon size={18} /> : <CopyIcon size={18} />}
        {said || a.answerCopy}
      </button>
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
