import { createHash } from "node:crypto";

/** Name of the one Trusted Types policy that the app creates, for the address of its worker. */
export const TRUSTED_TYPES_POLICY = "pocket-help";

/**
 * The Content-Security-Policy of every page. Nothing but the site's own files; the one inline script is named by
 * its hash; WebAssembly may compile, for the answering model.
 *
 * @param inlineScripts texts of the inline scripts that pages carry
 * @param allowedHosts origins that may frame the site; left out of `<meta>` policies, which ignore it
 * @param sealed whether the site has sealed articles: unlocked in any of its documents, they play video and sound from
 *   memory (`blob:`, which only the site's own scripts can make). Their pictures are `data:` addresses.
 */
export function contentSecurityPolicy(
  inlineScripts: readonly string[],
  allowedHosts?: readonly string[],
  sealed = false,
): string {
  const hashes = inlineScripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const directives = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`.trim(),
    "style-src 'self'",
    "img-src 'self' data:",
    sealed ? "media-src 'self' blob:" : "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES_POLICY}`,
  ];
  if (allowedHosts) directives.push(`frame-ancestors 'self'${allowedHosts.map((host) => ` ${host}`).join("")}`);
  return directives.join("; ");
}
