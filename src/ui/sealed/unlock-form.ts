import { siteContent } from "../../client/offline/site-content";
import type { VaultErrorCode } from "../../domain/vault";
import { keptFragment } from "../session/sign-in-again";
import { loadSealedStrings } from "../strings/load-sealed-strings";
import type { SealedStrings } from "../strings/sealed-en";
import type { SiteDocument } from "../turning/site-document";
import { takeLockReason } from "./locking";
import { offerSignIn } from "./offer-sign-in";

/** The form on the page that unlocks sealed articles. */
export async function enableUnlockForm(site: SiteDocument): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("form[data-unlock]");
  const field = form?.querySelector("input");
  const message = form?.querySelector<HTMLElement>("[role=alert]");
  if (!form || !field || !message) return;
  const page = site.page.value;
  const words = await loadSealedStrings(page.locale);
  showReason(words, page.sealed?.lockAfterMinutes ?? 0);
  const kept = keptFragment(page.base);
  if (kept && !location.hash) history.replaceState(history.state, "", kept);
  const say = (text: string) => {
    message.textContent = text;
    if (text) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  if (!("subtle" in crypto)) {
    for (const control of form.querySelectorAll<HTMLInputElement | HTMLButtonElement>("input, button"))
      control.disabled = true;
    message.textContent = words.faults["vault-needs-https"];
    form.dataset.ready = "";
    return;
  }
  enableShow(form, field);
  field.addEventListener("input", () => say(""));
  if (matchMedia("(hover: hover)").matches) field.focus();

  const submit = async () => {
    if (form.ariaBusy === "true") return;
    say(field.value === "" ? words.empty : "");
    if (field.value === "") return field.focus();
    const done = showBusy(form);
    const fault = await unlock(site, field.value);
    done();
    if (!fault) return;
    say(words.faults[fault]);
    if (fault === "vault-signed-out") offerSignIn(message, words.signInAgain, page.base, () => say(""));
    field.focus();
    field.select();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });
  form.dataset.ready = "";
}

/** Code that does not arrive is one with articles that do not. */
async function unlock(site: SiteDocument, passphrase: string): Promise<VaultErrorCode | undefined> {
  try {
    const { unlockWith } = await import("./unlock");
    const unlocked = await unlockWith(site, { passphrase });
    if (unlocked.ok) return undefined;
    if (unlocked.error.code !== "vault-unreachable") return unlocked.error.code;
  } catch {
    // Told below.
  }
  const access = await siteContent(site.page.value.base).access();
  return access === "signed-out" ? "vault-signed-out" : "vault-unreachable";
}

function showReason(words: SealedStrings, minutes: number): void {
  const note = document.querySelector<HTMLElement>("[data-unlock-note]");
  const reason = takeLockReason();
  if (!note || !reason) return;
  note.hidden = false;
  note.textContent = reason === "idle" ? words.lockedIdle(minutes) : words.lockedNow;
}

function enableShow(form: HTMLFormElement, field: HTMLInputElement): void {
  const button = form.querySelector<HTMLButtonElement>("button[aria-pressed]");
  button?.addEventListener("click", () => {
    const shows = field.type === "password";
    field.type = shows ? "text" : "password";
    button.setAttribute("aria-pressed", String(shows));
    field.focus();
  });
}

/** @returns what ends it */
function showBusy(form: HTMLFormElement): () => void {
  const button = form.querySelector<HTMLButtonElement>("button[data-busy]");
  const label = button?.textContent ?? "";
  form.ariaBusy = "true";
  if (button) button.textContent = button.dataset.busy ?? label;
  return () => {
    form.ariaBusy = "false";
    if (button) button.textContent = label;
  };
}
