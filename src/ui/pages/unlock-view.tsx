import { Main } from "../components/main";
import { LockIcon } from "../icons/interface";
import type { UnlockPage } from "../page-model";
import { interfaceLang, useWording } from "../strings/context";
import { sealedStringsFor } from "../strings/sealed-words";

/**
 * The form that unlocks sealed articles. The field has no name, so that without the script nothing of it could get into an
 * address. Password managers may fill it: whoever cannot keep a shared passphrase in mind
 * is better off with one than with a note on the desk, and browsers ask before they save.
 */
export function UnlockView({ page }: { readonly page: UnlockPage }) {
  const { locale } = useWording();
  const s = sealedStringsFor(locale);
  return (
    <Main page={page} class="narrow unlock-page">
      <div {...interfaceLang(locale)}>
        <header class="page-head">
          <span class="icon-tile large">
            <LockIcon size={26} />
          </span>
          <h1>{page.title}</h1>
          <p class="lead">{s.lead}</p>
        </header>
        <p class="callout callout-note js-only" role="status" data-unlock-note hidden />
        <form class="contact-form js-only" data-unlock>
          <div class="field">
            <label for="ph-passphrase">{s.passphrase}</label>
            <div class="field-row">
              <input
                id="ph-passphrase"
                type="password"
                autocomplete="current-password"
                autocapitalize="none"
                spellcheck={false}
                enterkeyhint="go"
                aria-describedby="ph-passphrase-error"
              />
              <button type="button" class="button quiet" aria-pressed="false" aria-label={s.showPassphrase}>
                {s.show}
              </button>
            </div>
            <p id="ph-passphrase-error" class="field-error" role="alert" />
          </div>
          <button type="submit" class="button" data-busy={s.unlocking}>
            {s.unlock}
          </button>
          <p class="hint">{s.hint}</p>
        </form>
        <noscript>
          <p class="callout callout-note">{s.noScript}</p>
        </noscript>
      </div>
    </Main>
  );
}
