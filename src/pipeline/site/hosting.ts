import { VAULT_FILE, VAULT_FOLDER } from "../../domain/vault";
import { decodePath } from "../redirects";

/** An old address and the new one, both absolute below the origin. */
export interface RedirectRule {
  readonly from: string;
  readonly to: string;
}

const SECURITY_HEADERS: readonly (readonly [string, string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), payment=(), usb=()"],
];

/** A frame that its host has sandboxed has an origin of its own: every script and fetch there asks across origins. */
const OPEN_TO_ALL: readonly [string, string] = ["Access-Control-Allow-Origin", "*"];

/** What every file is sent with. @param open frames that a host has sandboxed may load the site */
function everywhere(open: boolean): readonly (readonly [string, string])[] {
  return open ? [...SECURITY_HEADERS, OPEN_TO_ALL] : SECURITY_HEADERS;
}

/** Media are the authors' files; opened by themselves they may neither script nor load anything. */
const MEDIA_POLICY = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; img-src 'self'; sandbox";
const IMMUTABLE = "public, max-age=31536000, immutable";
const REVALIDATE = "no-cache";

/** Folders in which a hash of the content is part of every path. */
const HASHED = ["assets", "media", "models", "packs", VAULT_FOLDER] as const;

/** Files in them that keep their name. */
const UNHASHED = ["packs/manifest.json", VAULT_FILE] as const;

/** `_headers`, as Netlify, Cloudflare Pages and others read it. */
export function headersFile(base: string, policy: string, open = false): string {
  const block = (path: string, headers: readonly (readonly [string, string])[]) =>
    `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}`).join("\n")}\n`;
  return [
    block(`${base}*`, [["Content-Security-Policy", policy], ...everywhere(open)]),
    ...HASHED.map((folder) => block(`${base}${folder}/*`, [["Cache-Control", IMMUTABLE]])),
    block(`${base}media/*`, [
      ["! Content-Security-Policy", ""],
      ["Content-Security-Policy", MEDIA_POLICY],
    ]).replace(/: \n/g, "\n"),
    ...UNHASHED.map((path) =>
      block(`${base}${path}`, [
        ["! Cache-Control", ""],
        ["Cache-Control", REVALIDATE],
      ]).replace(/: \n/g, "\n"),
    ),
    // A service worker that is kept for long keeps its site back for as long.
    block(`${base}sw.js`, [["Cache-Control", REVALIDATE]]),
  ].join("\n");
}

/** `_redirects`, for the same hosts. */
export function redirectsFile(rules: readonly RedirectRule[]): string {
  return rules.map(({ from, to }) => `${from} ${to} 301\n`).join("");
}

/** What runs models has endings that older nginx does not know. These locations inherit the headers around them. */
const NGINX_TYPES = [
  'location ~ "\\.mjs$" { types { } default_type text/javascript; }',
  'location ~ "\\.wasm$" { types { } default_type application/wasm; }',
];

/** A snippet for the `server` block of nginx. nginx compares decoded paths, so locations are written decoded. */
export function nginxConf(base: string, policy: string, rules: readonly RedirectRule[], open = false): string {
  const path = decodeURIComponent(base);
  const header = (name: string, value: string) => `add_header ${name} "${value}" always;`;
  // nginx drops inherited add_header lines wherever a location has its own, so each location repeats them.
  const common = everywhere(open).map(([name, value]) => header(name, value));
  const location = (pattern: string, lines: readonly string[]) =>
    `location ${pattern} {\n${lines.map((line) => `    ${line}`).join("\n")}\n}`;
  return [
    base === "/"
      ? "# Include inside the server block; its `root` is the built site."
      : `# Include inside the server block; the built site stands at ${path} below its \`root\`.`,
    "charset utf-8;",
    "absolute_redirect off;",
    "gzip on;",
    "gzip_types text/css text/javascript application/javascript application/json image/svg+xml application/wasm application/xml;",
    `error_page 404 ${quoted(`${path}404.html`)};`,
    ...rules.map(
      ({ from, to }) =>
        `location = ${quoted(decodeURIComponent(from))} { return 301 ${quoted(to.replaceAll("$", "%24"))}; }`,
    ),
    ...HASHED.map((folder) =>
      location(`^~ ${quoted(`${path}${folder}/`)}`, [
        ...common,
        header("Content-Security-Policy", folder === "media" ? MEDIA_POLICY : policy),
        header("Cache-Control", IMMUTABLE),
        ...(folder === "models" ? NGINX_TYPES : []),
      ]),
    ),
    ...UNHASHED.map((file) => location(`= ${quoted(path + file)}`, [...common, header("Cache-Control", REVALIDATE)])),
    location(quoted(path), [
      "index index.html;",
      "try_files $uri $uri/ =404;",
      ...common,
      header("Content-Security-Policy", policy),
      header("Cache-Control", REVALIDATE),
    ]),
    "",
  ].join("\n");
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** The target of a redirect as mod_alias wants it: it percent-encodes the path itself, and `$1` means a group. */
function apacheTarget(to: string): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(to) ?? [];
  return (decodePath(path) + rest).replace(/[$\\]/g, "\\$&");
}

/** A text as a regular expression that matches just it. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\#]/g, "\\$&");
}

/** `.htaccess` for Apache (mod_headers; redirects by mod_alias, which compares decoded paths). */
export function htaccess(base: string, policy: string, rules: readonly RedirectRule[], open = false): string {
  const path = literally(decodeURIComponent(base));
  const set = (name: string, value: string) => `Header always set ${name} "${value}"`;
  return [
    `ErrorDocument 404 ${base}404.html`,
    "AddDefaultCharset utf-8",
    "AddType text/javascript .js .mjs",
    "AddType application/wasm .wasm",
    "AddType application/manifest+json .webmanifest",
    "Options -Indexes",
    ...rules.map(
      ({ from, to }) =>
        `RedirectMatch 301 ${quoted(`^${literally(decodeURIComponent(from))}$`)} ${quoted(apacheTarget(to))}`,
    ),
    "<IfModule mod_headers.c>",
    ...everywhere(open).map(([name, value]) => set(name, value)),
    set("Content-Security-Policy", policy),
    set("Cache-Control", REVALIDATE),
    `<If "%{REQUEST_URI} =~ m#^${path}(${HASHED.join("|")})/# && %{REQUEST_URI} !~ m#/(manifest|vault)\\.json$#">`,
    set("Cache-Control", IMMUTABLE),
    "</If>",
    `<If "%{REQUEST_URI} =~ m#^${path}media/#">`,
    set("Content-Security-Policy", MEDIA_POLICY),
    "</If>",
    "</IfModule>",
    "",
  ].join("\n");
}
