/** What leads to another site opens in a tab of its own: a frame is no place for it, and most refuse to be framed. */
export function openForeignOutside(): void {
  // Before anything that turns pages looks at the target.
  document.addEventListener(
    "click",
    ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
      if (link && link.target === "" && isForeign(link.href)) openOutside(link);
    },
    { capture: true },
  );
  document.addEventListener(
    "submit",
    ({ target }) => {
      if (target instanceof HTMLFormElement && target.target === "" && isForeign(target.action)) openOutside(target);
    },
    { capture: true },
  );
}

function openOutside(element: HTMLAnchorElement | HTMLFormElement): void {
  element.target = "_blank";
  element.rel = "noopener";
}

/** `mailto:` and `tel:` open programs, not pages. */
function isForeign(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) && origin !== location.origin;
}
