import type { Fault } from "../domain/fault";
import type { CatalogArticle } from "./catalog";
import type { LoadedContent } from "./load";
import { brandFault } from "./site/brand";

/** What is wrong with a configuration only in view of the content: files and articles that are not there. */
export function configFaults({
  config,
  configName,
  catalog,
  media,
}: Pick<LoadedContent, "config" | "configName" | "catalog" | "media">): Fault[] {
  const warning = (code: Fault["code"], expected: string, found: string): Fault => ({
    code,
    severity: "warning",
    file: configName,
    line: 1,
    expected,
    found,
  });
  const faults: Fault[] = [];
  const brand = brandFault(config.brandColor, configName, 1);
  if (brand) faults.push(brand);
  if (config.logo !== undefined && !media.has(logoPath(config.logo))) {
    faults.push(
      warning("missing-image", "the path of a picture in the content folder under `logo`", JSON.stringify(config.logo)),
    );
  }
  for (const name of config.popular) {
    if (catalog.articles.some((article) => isNamed(article, name))) continue;
    faults.push(
      warning("config", "the path of an article, for example orders/refund, under `popular`", JSON.stringify(name)),
    );
  }
  return faults;
}

/** The logo's path as the media library knows it. */
export function logoPath(logo: string): string {
  return logo.replace(/^\.?\//, "");
}

/** Whether a name from the configuration (`orders/refund`, `en/orders/refund`, `orders/Refund.md`) means this article. */
export function isNamed(article: Pick<CatalogArticle, "id" | "key" | "path" | "folder">, name: string): boolean {
  const wanted = withoutExtension(name.replace(/^\/+|\/+$/g, ""));
  const file = article.path.split("/").at(-1)!;
  const below = article.folder === "" ? file : `${article.folder}/${file}`;
  return [article.key, article.id, withoutExtension(article.path), withoutExtension(below)].includes(wanted);
}

function withoutExtension(path: string): string {
  return path.replace(/\.(md|mdx|markdown)$/i, "");
}
