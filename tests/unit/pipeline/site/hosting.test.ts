import { describe, expect, it } from "vitest";
import { headersFile, htaccess, nginxConf, redirectsFile } from "../../../../src/pipeline/site/hosting";

const POLICY = "default-src 'none'";
const SECURITY = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), payment=(), usb=()"],
] as const;
const MEDIA = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; img-src 'self'; sandbox";
const IMMUTABLE = "public, max-age=31536000, immutable";

/** A Han address with a space in the target, a file with odd letters, and an address elsewhere. */
const rules = [
  { from: "/help/zh/%E6%97%A7/", to: "/help/zh/%E6%96%B0%20a/#%E9%80%80" },
  { from: "/help/old%20%22page%22%20(1).html", to: "/help/en/" },
  { from: "/help/away", to: "https://x.example/$1?a=$2;{}" },
];

describe("headersFile", () => {
  it("gives every page the policy, hashed folders a long life and media a policy of their own", () => {
    expect(headersFile("/help/", POLICY)).toBe(
      [
        "/help/*",
        `  Content-Security-Policy: ${POLICY}`,
        ...SECURITY.map(([name, value]) => `  ${name}: ${value}`),
        "",
        "/help/assets/*",
        `  Cache-Control: ${IMMUTABLE}`,
        "",
        "/help/media/*",
        `  Cache-Control: ${IMMUTABLE}`,
        "",
        "/help/models/*",
        `  Cache-Control: ${IMMUTABLE}`,
        "",
        "/help/packs/*",
        `  Cache-Control: ${IMMUTABLE}`,
        "",
        "/help/sealed/*",
        `  Cache-Control: ${IMMUTABLE}`,
        "",
        "/help/media/*",
        "  ! Content-Security-Policy",
        `  Content-Security-Policy: ${MEDIA}`,
        "",
        "/help/packs/manifest.json",
        "  ! Cache-Control",
        "  Cache-Control: no-cache",
        "",
        "/help/sealed/vault.json",
        "  ! Cache-Control",
        "  Cache-Control: no-cache",
        "",
        "/help/sw.js",
        "  Cache-Control: no-cache",
        "",
      ].join("\n"),
    );
  });
});

it("redirectsFile has one rule a line, without spaces inside addresses", () => {
  expect(redirectsFile(rules)).toBe(rules.map(({ from, to }) => `${from} ${to} 301\n`).join(""));
});

// Both were tried against nginx 1.22 and Apache 2.4: they compare decoded paths, nginx sends targets as they stand,
// Apache encodes their paths itself.
describe("nginxConf", () => {
  const conf = nginxConf("/help/", POLICY, rules);

  it("redirects from decoded addresses, with nothing in them that nginx would take for syntax or a variable", () => {
    expect(conf.split("\n").filter((line) => line.includes("return 301"))).toEqual([
      'location = "/help/zh/旧/" { return 301 "/help/zh/%E6%96%B0%20a/#%E9%80%80"; }',
      'location = "/help/old \\"page\\" (1).html" { return 301 "/help/en/"; }',
      'location = "/help/away" { return 301 "https://x.example/%241?a=%242;{}"; }',
    ]);
  });

  it("repeats the security headers in every location, because nginx inherits none of them", () => {
    const locations = conf.split(/^(?=location )/m).filter((block) => block.includes("add_header"));
    expect(locations.map((block) => /^location (.*) \{/.exec(block)?.[1])).toEqual([
      '^~ "/help/assets/"',
      '^~ "/help/media/"',
      '^~ "/help/models/"',
      '^~ "/help/packs/"',
      '^~ "/help/sealed/"',
      '= "/help/packs/manifest.json"',
      '= "/help/sealed/vault.json"',
      '"/help/"',
    ]);
    for (const block of locations) {
      for (const [name, value] of SECURITY) expect(block).toContain(`add_header ${name} "${value}" always;`);
    }
    const [assets, media, models, packs, sealed, manifest, vault, pages] = locations;
    for (const block of [assets, models, packs, sealed, pages])
      expect(block).toContain(`Content-Security-Policy "${POLICY}" always`);
    expect(media).toContain(`Content-Security-Policy "${MEDIA}" always`);
    for (const block of [assets, media, models, packs, sealed])
      expect(block).toContain(`Cache-Control "${IMMUTABLE}" always`);
    for (const block of [manifest, vault, pages]) expect(block).toContain('Cache-Control "no-cache" always');
  });

  it("names the types of what runs models, within the location whose headers they inherit", () => {
    const models = conf.split(/^(?=location )/m).find((block) => block.startsWith('location ^~ "/help/models/"'));
    const nested = models?.split("\n").filter((line) => line.startsWith("    location "));
    expect(nested).toEqual([
      '    location ~ "\\.mjs$" { types { } default_type text/javascript; }',
      '    location ~ "\\.wasm$" { types { } default_type application/wasm; }',
    ]);
    expect(nested?.join("")).not.toContain("add_header");
  });

  it("knows where the site stands", () => {
    expect(conf).toContain("the built site stands at /help/ below its `root`");
    expect(conf).toContain('error_page 404 "/help/404.html";');
    expect(nginxConf("/", POLICY, [])).toContain("its `root` is the built site.");
    expect(nginxConf("/%E5%B8%AE%20a/", POLICY, [])).toContain('location "/帮 a/" {');
  });
});

describe("htaccess", () => {
  const text = htaccess("/help/", POLICY, rules);

  it("redirects from decoded addresses to decoded ones, which Apache encodes", () => {
    expect(text.split("\n").filter((line) => line.startsWith("RedirectMatch"))).toEqual([
      'RedirectMatch 301 "^/help/zh/旧/$" "/help/zh/新 a/#%E9%80%80"',
      'RedirectMatch 301 "^/help/old \\"page\\" \\\\(1\\\\)\\\\.html$" "/help/en/"',
      'RedirectMatch 301 "^/help/away$" "https://x.example/\\\\$1?a=\\\\$2;{}"',
    ]);
  });

  it("sets the headers, and exceptions for hashed files and media below the base", () => {
    for (const [name, value] of SECURITY) expect(text).toContain(`Header always set ${name} "${value}"\n`);
    expect(text).toContain("ErrorDocument 404 /help/404.html\n");
    expect(text).toContain(
      [
        `Header always set Content-Security-Policy "${POLICY}"`,
        'Header always set Cache-Control "no-cache"',
        '<If "%{REQUEST_URI} =~ m#^/help/(assets|media|models|packs|sealed)/# && %{REQUEST_URI} !~ m#/(manifest|vault)\\.json$#">',
        `Header always set Cache-Control "${IMMUTABLE}"`,
        "</If>",
        '<If "%{REQUEST_URI} =~ m#^/help/media/#">',
        `Header always set Content-Security-Policy "${MEDIA}"`,
        "</If>",
      ].join("\n"),
    );
  });

  it("takes a base path literally", () => {
    expect(htaccess("/c++/v1.0/", POLICY, [])).toContain("m#^/c\\+\\+/v1\\.0/media/#");
  });
});

it("opens every file to every origin for sandboxed hosts, and only for them", () => {
  const made = (open: boolean) => [
    headersFile("/help/", POLICY, open),
    nginxConf("/help/", POLICY, rules, open),
    htaccess("/help/", POLICY, rules, open),
  ];
  const [headers, nginx, apache] = made(true);
  expect(headers?.split("\n\n")[0]).toContain("  Access-Control-Allow-Origin: *");
  expect(nginx?.match(/add_header Access-Control-Allow-Origin "\*" always;/g)).toHaveLength(
    nginx?.match(/add_header X-Content-Type-Options/g)?.length ?? 0,
  );
  expect(apache).toContain('Header always set Access-Control-Allow-Origin "*"');
  for (const text of made(false)) expect(text).not.toContain("Access-Control");
});
