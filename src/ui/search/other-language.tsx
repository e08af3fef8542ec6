import { htmlLang } from "../../domain/locale";
import type { OtherLanguage as Found } from "../../domain/search";
import { KindIcon } from "../components/kind-icon";
import { useWording } from "../strings/context";
import { languageIn } from "../strings/dates";
import { sectionHref } from "./result-options";

interface OtherLanguageProps {
  readonly base: string;
  readonly found: Found;
  readonly onChoose: () => void;
}

/** Articles of another language, below what the reader's own has and never mixed into it. */
export function OtherLanguage({ base, found, onChoose }: OtherLanguageProps) {
  const { t, locale } = useWording();
  const lang = htmlLang(found.locale);
  return (
    <section class="suggestions other-language" aria-labelledby="ph-search-other-language">
      <h2 id="ph-search-other-language">{t.searchInLanguage(languageIn(found.locale, locale))}</h2>
      <ul class="suggestion-list">
        {found.articles.map(({ article, kind, title, hits: [hit] }) => (
          <li key={article}>
            <a
              class="suggestion"
              lang={lang}
              hreflang={lang}
              href={sectionHref(base, article, hit?.anchor)}
              onClick={onChoose}
            >
              <KindIcon kind={kind} />
              <span>
                <span class="other-title">{title.text}</span>
                {hit && <span class="result-snippet">{hit.snippet.text}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
