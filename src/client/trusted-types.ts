/** The part of the Trusted Types API that the app uses; the DOM library does not declare it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

interface Policy {
  createScriptURL(url: string): unknown;
  createHTML(html: string): unknown;
}

const plain = { createScriptURL: checkedUrl, createHTML: (html: string) => html };

let policy: Policy | undefined;

/**
 * An address that workers may be started from, under `require-trusted-types-for 'script'`. Only the site's own
 * origin passes.
 *
 * @throws TypeError for an address of another origin
 */
export function scriptUrl(url: string): string {
  // TypeScript knows only strings here; browsers with Trusted Types take the trusted object.
  return ownPolicy().createScriptURL(url) as string;
}

/**
 * Reads a page of the site. Nothing in it runs: scripts and handlers of a document that stands in no window are dead,
 * whoever takes its elements over leaves the scripts out, and handlers in attributes and `javascript:` addresses are
 * forbidden by the policy of the page that takes them.
 *
 * @param html as the own site served it; never what a person or another site wrote
 */
export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(ownPolicy().createHTML(html) as string, "text/html");
}

function ownPolicy(): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy("pocket-help", plain) ?? plain;
  return policy;
}

function checkedUrl(address: string): string {
  if (new URL(address, location.href).origin !== location.origin) throw new TypeError(`Foreign script: ${address}`);
  return address;
}
