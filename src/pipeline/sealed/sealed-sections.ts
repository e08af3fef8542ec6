import type { SiteConfig } from "../../domain/config";
import type { Fault } from "../../domain/fault";
import type { SealingLines } from "../config";
import { outerSections, sectionPath } from "../section-path";

/** A folder that may be meant for a language, though the configuration does not list it. */
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*\//;

/**
 * Whether a section (a slugged folder path) is sealed: it is one of the configured, or lies below one. `de/payroll` is
 * sealed with `payroll` even where `de` is not known as a language: a translation must not give away the original.
 */
export function sealedBy({ sealed }: Pick<SiteConfig, "sealed">): (section: string) => boolean {
  const paths = sealed.sections.map(configuredPath).filter((path) => path !== "");
  return (section) =>
    [section, section.replace(LANGUAGE, "")].some((path) => outerSections(path).some((outer) => paths.includes(outer)));
}

/**
 * What leaves it open which sections are sealed. None of this is built around: where a name is misspelt, what was to
 * be sealed would be published.
 *
 * @param sections of every document, whoever may see it
 */
export function sealingFaults(
  { sealed }: Pick<SiteConfig, "sealed">,
  configName: string,
  lines: SealingLines | undefined,
  sections: readonly string[],
): Fault[] {
  const known = [...new Set(sections.flatMap(outerSections))].sort();
  const list = known.slice(0, 12).join(", ") + (known.length > 12 ? ", …" : "");
  return sealed.sections.flatMap((name, index) =>
    known.includes(configuredPath(name))
      ? []
      : [
          {
            code: "sealed",
            severity: "error",
            file: configName,
            line: lines?.sections[index] ?? 1,
            expected: `the path of a section under \`sealed.sections\`${known.length > 0 ? ` (${list})` : ""}`,
            found: JSON.stringify(name),
          } satisfies Fault,
        ],
  );
}

function configuredPath(name: string): string {
  return sectionPath(name.replace(/^\/+|\/+$/g, ""));
}
