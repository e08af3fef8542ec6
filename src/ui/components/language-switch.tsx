import { htmlLang } from "../../domain/locale";
import { ChevronDownIcon, GlobeIcon } from "../icons/interface";
import type { Page } from "../page-model";
import { useWording } from "../strings/context";
import { languageName } from "../strings/dates";

type Language = Page["languages"][number];

/** Other languages of this very page: a plain link when there is one, a menu of links when there are more. */
export function LanguageSwitch({ page }: { readonly page: Page }) {
  const { t } = useWording();
  const others = page.languages.filter((language) => language.locale !== page.site.locale);
  const [first, ...rest] = others;
  if (!first) return null;
  if (rest.length === 0) return <LanguageLink language={first} class="tool-link" icon />;
  return (
    <details class="menu" data-menu>
      <summary class="tool-link" aria-label={t.language}>
        <GlobeIcon />
        <span class="tool-text">{languageName(page.site.locale)}</span>
        <ChevronDownIcon size={16} />
      </summary>
      <ul>
        {others.map((language) => (
          <li key={language.locale}>
            <LanguageLink language={language} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface LanguageLinkProps {
  readonly language: Language;
  readonly class?: string;
  readonly icon?: boolean;
}

export function LanguageLink({ language, class: name, icon }: LanguageLinkProps) {
  const { t } = useWording();
  const label = languageName(language.locale);
  return (
    <a
      class={name}
      href={language.href}
      hreflang={htmlLang(language.locale)}
      data-language={language.locale}
      title={language.exact ? undefined : t.translationMissing}
    >
      {icon && <GlobeIcon />}
      <span class={icon ? "tool-text" : undefined} lang={htmlLang(language.locale)}>
        {label}
      </span>
    </a>
  );
}
