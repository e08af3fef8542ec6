/** What happens on a page that a host page may hear of. Nothing that the person typed is among it. */
export interface Tidings {
  /** A question was answered by quotation; from which article. */
  readonly answered: { readonly article: string };
  /** A question was asked that the articles do not cover. */
  readonly notCovered: Readonly<Record<string, never>>;
  /** The person goes to a person; by which kind of channel. */
  readonly contact: { readonly channel: string };
}

type Told = {
  readonly [Name in keyof Tidings]: { readonly name: Name; readonly detail: Tidings[Name] };
}[keyof Tidings];

const EVENT = "ph-told";

/** Says it to whoever listens in this document. */
export function tell<Name extends keyof Tidings>(name: Name, detail: Tidings[Name]): void {
  document.dispatchEvent(new CustomEvent(EVENT, { detail: { name, detail } }));
}

/** @returns a function that ends it */
export function onTold(listener: (told: Told) => void): () => void {
  const listen = (event: Event) => listener((event as CustomEvent<Told>).detail);
  document.addEventListener(EVENT, listen);
  return () => document.removeEventListener(EVENT, listen);
}
