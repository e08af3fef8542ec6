import type { SiteConfig } from "../../domain/config";
import { pageBootstrap } from "../../ui/page-bootstrap";
import type { Catalog } from "../catalog";
import type { OutputFile } from "../packs";
import { openSearchXml, robotsTxt, type SitemapEntry, sitemapXml } from "./extras";
import { headersFile, htaccess, nginxConf, type RedirectRule, redirectsFile } from "./hosting";
import { contentSecurityPolicy } from "./policy";

interface HostFilesInput {
  readonly config: SiteConfig;
  readonly catalog: Catalog;
  readonly base: string;
  readonly staff: boolean;
  readonly redirects: readonly RedirectRule[];
  readonly sitemap: readonly SitemapEntry[];
}

/** Files that speak to hosts, search engines and browsers rather than to readers. */
export function hostFiles({ config, catalog, base, staff, redirects, sitemap }: HostFilesInput): OutputFile[] {
  const { siteUrl } = config;
  const { sandboxedHosts } = config.widget;
  const policy = contentSecurityPolicy([pageBootstrap], config.allowedHosts, config.sealed.sections.length > 0);
  const texts: [string, string][] = [
    ["_headers", headersFile(base, policy, sandboxedHosts)],
    ["_redirects", redirectsFile(redirects)],
    [".htaccess", htaccess(base, policy, redirects, sandboxedHosts)],
    ["hosting/nginx.conf", nginxConf(base, policy, redirects, sandboxedHosts)],
    ["robots.txt", robotsTxt(siteUrl, staff)],
  ];
  if (siteUrl !== undefined && !staff) texts.push(["sitemap.xml", sitemapXml(sitemap, siteUrl, base)]);
  if (siteUrl !== undefined) {
    for (const locale of catalog.locales) {
      const xml = openSearchXml(config, locale, siteUrl);
      texts.push([`${locale}/opensearch.xml`, xml]);
      if (locale === catalog.defaultLocale) texts.push(["opensearch.xml", xml]);
    }
  }
  return texts.map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
}
