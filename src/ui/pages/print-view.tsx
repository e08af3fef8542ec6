import { Main } from "../components/main";
import type { PrintPage } from "../page-model";
import { interfaceLang, useWording } from "../strings/context";
import { printStringsFor } from "../strings/print-words";

/** Chooses sections and puts their articles together; the script does both. */
export function PrintView({ page }: { readonly page: PrintPage }) {
  const { locale } = useWording();
  const p = printStringsFor(locale);
  return (
    <Main page={page} class="narrow print-page">
      <header class="page-head" {...interfaceLang(locale)}>
        <h1>{page.title}</h1>
        <p class="lead">{p.lead}</p>
      </header>
      <div id="ph-print-island" aria-busy="true" {...interfaceLang(locale)}>
        <p class="hint js-only">{p.loading}</p>
      </div>
      <noscript>
        <p class="callout callout-note" {...interfaceLang(locale)}>
          {p.noScript}
        </p>
      </noscript>
      <div id="ph-book" />
    </Main>
  );
}
