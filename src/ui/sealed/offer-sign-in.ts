import { siteContent } from "../../client/offline/site-content";
import { onReturn } from "../session/on-return";
import { signInAgain } from "../session/sign-in-again";

/** Offers the sign-in below the message that it has expired, and takes both away once the site lets the reader in. */
export function offerSignIn(message: HTMLElement, label: string, base: string, onOpen: () => void): void {
  const field = message.parentElement;
  if (field?.nextElementSibling?.matches("[data-sign-in]")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet";
  button.dataset.signIn = "";
  button.textContent = label;
  button.addEventListener("click", () => signInAgain(base));
  field?.after(button);
  const end = onReturn(async () => {
    if (button.isConnected && (await siteContent(base).access()) !== "open") return;
    end();
    if (!button.isConnected) return;
    button.remove();
    onOpen();
  });
}
