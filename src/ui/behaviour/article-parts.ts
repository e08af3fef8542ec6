/** Buttons prepared by the build (see `components/article-parts.tsx`), copied as often as needed. */
export interface ArticleParts {
  copyButton(): HTMLElement;
  headingLink(): HTMLAnchorElement;
}

export function articleParts(): ArticleParts | undefined {
  const template = document.querySelector<HTMLTemplateElement>("template#article-parts");
  const button = template?.content.querySelector<HTMLElement>(".copy-button");
  const link = template?.content.querySelector<HTMLAnchorElement>(".heading-link");
  const status = template?.content.querySelector("[data-status]");
  if (!template || !button || !link) return undefined;
  // Screen readers announce only what changes in a region that was there before.
  if (status) template.after(status.cloneNode(true));
  return {
    copyButton: () => button.cloneNode(true) as HTMLElement,
    headingLink: () => link.cloneNode(true) as HTMLAnchorElement,
  };
}
