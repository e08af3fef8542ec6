import { createHash } from "node:crypto";
import type { Fault } from "../../domain/fault";
import type { Locale } from "../../domain/locale";
import type { Notice } from "../../domain/notice";
import type { BodyFiller } from "../bodies";
import { fileTitle } from "../markdown/title";
import { sectionPath } from "../section-path";
import { flatten, type Section } from "../sections";
import type { LoadedNotice } from "./load-notices";
import { noticeNodes } from "./notice-nodes";

/** The notices of every language as pages show them, with what is wrong in them. */
export async function makeNotices(
  loaded: readonly LoadedNotice[],
  trees: ReadonlyMap<Locale, Section>,
  filler: BodyFiller,
): Promise<{ notices: ReadonlyMap<Locale, readonly Notice[]>; faults: readonly Fault[] }> {
  const notices = new Map<Locale, Notice[]>();
  const faults: Fault[] = [];
  for (const notice of loaded) {
    const { locale } = notice.article;
    const tree = trees.get(locale);
    const body = await filler.fill(notice.article);
    faults.push(...body.faults);
    const sections = notice.terms.sections.flatMap(({ path, line }) => {
      const found = sectionPath(path.replace(/^\/+|\/+$/g, "").replace(new RegExp(`^${locale}/`, "i"), ""));
      if (tree && flatten(tree).some((section) => section.path !== "" && section.path === found)) return [found];
      faults.push({
        code: "notice",
        severity: "error",
        file: notice.article.path,
        line,
        expected: "sections: paths of sections that have articles",
        found: path,
      });
      return [];
    });
    // Shown nowhere rather than everywhere, when none of its sections exists.
    if (sections.length === 0 && notice.terms.sections.length > 0) continue;
    const list = notices.get(locale) ?? [];
    list.push(makeNotice(notice, sections, body.html));
    notices.set(locale, list);
  }
  return { notices, faults };
}

function makeNotice({ article, terms }: LoadedNotice, sections: readonly string[], html: string): Notice {
  const { document } = article;
  const named = ![true, false].some((chinese) => document.title === fileTitle(article.path, chinese));
  const title = document.frontMatter.title ?? (named ? document.title : undefined);
  const words = { severity: terms.severity, ...(title !== undefined && { title }), body: noticeNodes(html) };
  return {
    id: article.slug,
    hash: createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 12),
    ...(terms.from !== undefined && { from: terms.from }),
    ...(terms.until !== undefined && { until: terms.until }),
    sections,
    ...words,
  };
}
