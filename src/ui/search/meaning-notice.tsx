import { useState } from "preact/hooks";
import { SignInButton } from "../session/sign-in-button";
import { useWording } from "../strings/context";
import { formatBytes } from "../strings/sizes";
import type { MeaningState } from "./search-client";

interface MeaningNoticeProps {
  readonly base: string;
  readonly meaning: MeaningState;
  readonly onLoad: () => void;
}

/** A quiet line where only words are compared. */
export function MeaningNotice({ base, meaning, onLoad }: MeaningNoticeProps) {
  const { t, locale } = useWording();
  // How far it has come concerns those who have asked for it.
  const [asked, setAsked] = useState(false);
  const load = () => {
    setAsked(true);
    onLoad();
  };
  if (meaning.status === "offered") {
    return (
      <p class="search-note">
        {t.meaningOffer(formatBytes(meaning.bytes, locale))} <Do label={t.meaningLoad} onClick={load} />
      </p>
    );
  }
  if (meaning.status === "loading" && asked) {
    const { loaded, total } = meaning;
    return <p class="search-note">{t.meaningLoading(formatBytes(loaded, locale), formatBytes(total, locale))}</p>;
  }
  if (meaning.status !== "unavailable") return null;
  const { code } = meaning.error;
  return (
    <p class="search-note">
      {t.errors[code]}{" "}
      {code === "signed-out" ? (
        <SignInButton base={base} look="link" onBack={load} />
      ) : code === "encoder-version" ? (
        <Do label={t.reload} onClick={() => location.reload()} />
      ) : (
        <Do label={t.searchRetry} onClick={load} />
      )}
    </p>
  );
}

function Do({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="link-button" onClick={onClick}>
      {label}
    </button>
  );
}
