import type { ArticleKind } from "../../domain/article";
import { PageIcon, QuestionIcon, StepsIcon } from "../icons/interface";

/** Question, steps or page. */
export function KindIcon({ kind }: { readonly kind: ArticleKind }) {
  if (kind === "tutorial") return <StepsIcon />;
  if (kind === "faq") return <QuestionIcon />;
  return <PageIcon />;
}
