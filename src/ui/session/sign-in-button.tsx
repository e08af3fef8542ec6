import { useEffect } from "preact/hooks";
import { useWording } from "../strings/context";
import { onReturn } from "./on-return";
import { signInAgain } from "./sign-in-again";

interface SignInButtonProps {
  readonly base: string;
  /** `link`: within a sentence. */
  readonly look?: "button" | "link";
  /** Page to come back to; the one that is shown when absent. */
  readonly address?: string;
  /** The person is back, perhaps signed in. */
  readonly onBack: () => void;
}

/** What to do about an expired sign-in. */
export function SignInButton({ base, look = "button", address, onBack }: SignInButtonProps) {
  const { t } = useWording();
  useEffect(() => onReturn(onBack), []);
  return (
    <button
      type="button"
      class={look === "button" ? "button" : "link-button"}
      onClick={() => signInAgain(base, address)}
    >
      {t.signInAgain}
    </button>
  );
}
