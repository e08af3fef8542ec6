import type { PocketHelpOptions, PocketHelpWidget } from "../api";
import type { View } from "../protocol";
import type { WidgetSite } from "../site";
import { chooseLocale } from "./choose-locale";
import { element, styleSheet } from "./element";
import { followLinks } from "./follow-links";
import { defineInline } from "./inline";
import inlineCss from "./inline.css?inline";
import { inlineAddress } from "./inline-address";
import launcherCss from "./launcher.css?inline";
import { applyLook } from "./look";
import { type Help, loadPanel, type Request } from "./panel-script";

export type Widget = Omit<PocketHelpWidget, "push">;

/**
 * Puts the widget into the host's page: the launcher, and what fetches the rest when it is first wanted.
 *
 * @param base address of the help centre, with a slash at the end
 */
export function createWidget(site: WidgetSite, base: URL, given: PocketHelpOptions): Widget {
  const { documentElement } = document;
  const ending = new AbortController();
  const { signal } = ending;
  const happenings = new EventTarget();
  const happen = (name: string, detail: unknown) => happenings.dispatchEvent(new CustomEvent(name, { detail }));
  let options = given;
  let isOpen = false;

  const host = element("div", {});
  const launcher = element("button", {
    type: "button",
    popover: "manual",
    ariaHasPopup: "dialog",
    onclick() {
      // Safari gives a button that is clicked no focus, and it is to come back here.
      launcher.focus();
      show();
    },
  });
  const box = element("div", {}, launcher);
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [styleSheet(launcherCss)];
  root.append(box);
  // Beside the body: pages that exchange their body keep the widget.
  documentElement.append(host);

  const localeFor = (wish?: string) =>
    chooseLocale(Object.keys(site.locales), wish, options.lang, documentElement.lang) ?? site.defaultLocale;
  const homeFor = (locale: string) => `${base}${locale}/`;
  const place = () => launcher.togglePopover(!isOpen && `${options.launcher}` !== "false");

  // What is said before the panel is there is said in order once it is.
  let arrive: (help: Help) => void;
  const help = new Promise<Help>((resolve) => {
    arrive = resolve;
  });
  const onToggle = (open: boolean) => {
    isOpen = open;
    place();
    happen(open ? "opened" : "closed", {});
  };
  let fetching: Promise<Help> | undefined;
  const fetchPanel = async () => {
    signal.throwIfAborted();
    fetching ??= loadPanel(base).then(
      (createHelp) => {
        signal.throwIfAborted();
        arrive(createHelp({ origin: base.origin, host, box, onToggle, onEvent: happen, signal }));
        return help;
      },
      (error) => {
        fetching = undefined;
        throw error;
      },
    );
    return fetching;
  };
  const load = async () => (await fetchPanel()).load();
  const show = (view?: View) =>
    fetchPanel().then(
      (panel) => panel.show(view),
      // Where the panel cannot come the help centre opens as the page that it is.
      () => signal.aborted || open(homeFor(localeFor()), "_blank", "noopener"),
    );
  launcher.onpointerenter = launcher.onfocus = () => {
    // A hint that comes to nothing needs no words.
    load().catch(() => {});
  };

  const restyle = () => {
    const look = applyLook(box, site, options);
    help.then(({ keep }) => keep({ type: "look", look }));
  };
  const set = (more: PocketHelpOptions) => {
    options = { ...options, ...more };
    const locale = localeFor();
    const words = site.locales[locale]!;
    box.lang = words.lang;
    box.className = options.position ?? site.position;
    launcher.textContent = options.label ?? words.label;
    place();
    help.then(({ render }) => render(words, homeFor(locale)));
    restyle();
  };
  set({});

  matchMedia("(prefers-color-scheme:dark)").addEventListener("change", restyle, { signal });
  const themes = new MutationObserver(restyle);
  themes.observe(documentElement, { attributes: true });
  const article = (id: string | undefined) => show(id ? { view: "article", article: id } : undefined);
  followLinks(article, signal);
  const ask = (request: Request) =>
    new Promise((resolve, reject) => {
      const end = () => reject(signal.reason);
      if (signal.aborted) end();
      signal.addEventListener("abort", end);
      help.then((panel) => panel.ask(request)).then(resolve, reject);
    });
  const fill = async (inline: HTMLElement) => {
    const locale = localeFor(inline.lang);
    const panel = await fetchPanel();
    return panel.fill(
      inline,
      site.locales[locale]!.name,
      inlineAddress(inline, base, locale, Object.keys(site.locales)),
    );
  };
  defineInline(styleSheet(inlineCss), fill, signal);

  return {
    open: () => show(),
    close: () => help.then(({ hide }) => hide()),
    toggle: () => (isOpen ? help.then(({ hide }) => hide()) : show()),
    search: (query) => show({ view: "search", query }),
    ask: (question) => show({ view: "ask", question }),
    article,
    suggest: (hint) => ask({ type: "suggest", hint }) as Promise<never>,
    context: (context) => help.then(({ keep }) => keep({ type: "context", context })),
    on(name, listener) {
      const listen = (event: Event) => listener((event as CustomEvent).detail);
      happenings.addEventListener(name, listen);
      return () => happenings.removeEventListener(name, listen);
    },
    async unlock(key) {
      await load();
      await ask({ type: "unlock", key });
    },
    async signOut() {
      await load();
      await ask({ type: "sign-out" });
    },
    set,
    destroy() {
      ending.abort();
      themes.disconnect();
      host.remove();
      delete window.PocketHelp;
    },
  };
}
