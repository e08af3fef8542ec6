/** The part of the Trusted Types API that the app uses; the DOM library does not declare it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

let policy: { createScriptURL(url: string): unknown } | undefined;

/**
 * An address that workers may be started from, under `require-trusted-types-for 'script'`. Only the site's own
 * origin passes.
 *
 * @throws TypeError for an address of another origin
 */
export function scriptUrl(url: string): string {
  const check = (address: string) => {
    if (new URL(address, location.href).origin !== location.origin) throw new TypeError(`Foreign script: ${address}`);
    return address;
  };
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!trustedTypes) return check(url);
  policy ??= trustedTypes.createPolicy("pocket-help", { createScriptURL: check });
  // TypeScript knows only strings here; browsers with Trusted Types take the trusted object.
  return policy.createScriptURL(url) as string;
}
