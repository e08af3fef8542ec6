import { QuestionIcon } from "../icons/interface";
import type { SiteModel } from "../page-model";
import { useWording } from "../strings/context";

/** Beside a search form: the way to answers, where the site gives them. */
export function AskLink({ site }: { readonly site: SiteModel }) {
  const { t } = useWording();
  if (site.ask === undefined) return null;
  return (
    <p class="ask-link js-only">
      <a href={site.ask}>
        <QuestionIcon size={18} />
        {t.askQuestion}
      </a>
    </p>
  );
}
