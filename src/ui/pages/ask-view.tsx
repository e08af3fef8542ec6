import { Main } from "../components/main";
import { SectionCards } from "../components/section-cards";
import { QuestionIcon } from "../icons/interface";
import type { AskPage } from "../page-model";
import { answerStringsFor } from "../strings/answer-words";
import { interfaceLang, useWording } from "../strings/context";

/** A field for a question. The script makes it a dialogue; without one, topics and a person remain. */
export function AskView({ page }: { readonly page: AskPage }) {
  const { locale } = useWording();
  const a = answerStringsFor(locale);
  return (
    <Main page={page} class="narrow ask-page">
      <header class="page-head" {...interfaceLang(locale)}>
        <h1>{page.title}</h1>
        <p class="lead">{a.askLead}</p>
      </header>
      <div id="ph-ask-island" class="js-only">
        <form class="search-form large ask-form" action={page.href} method="get">
          <label class="visually-hidden" for="ph-ask">
            {a.askLabel}
          </label>
          <QuestionIcon size={22} />
          <input id="ph-ask" type="text" name="q" placeholder={a.askHint} autocomplete="off" enterkeyhint="send" />
          <button type="submit" class="button">
            {a.askSubmit}
          </button>
        </form>
        {page.examples.length > 0 && (
          <section class="ask-examples" aria-labelledby="ph-ask-examples">
            <h2 id="ph-ask-examples">{a.askExamples}</h2>
            <ul class="example-list">
              {page.examples.map((example) => (
                <li key={example}>
                  <a class="example" href={`${page.href}?q=${encodeURIComponent(example)}`} data-example>
                    {example}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <noscript>
        <p class="callout callout-note" {...interfaceLang(locale)}>
          {a.askNoScript}
        </p>
        <SectionCards sections={page.site.sections} />
      </noscript>
    </Main>
  );
}
