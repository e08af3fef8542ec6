/** Words of the site inside another page. */
export const embedEn = {
  bar: "Help",
  back: "Back",
  home: "Home",
  search: "Search",
  newTab: "Open in a new tab",
  close: "Close",
  forThisPage: "For this page",
  notKept:
    "This browser keeps nothing for this frame: recent searches, saved articles and offline copies last until you leave.",
  factsTitle: "Your message will carry",
  factsInclude: "Include these details",
  factsWhere: "They come from the page you are on, and go nowhere unless you send the message.",
  refusedTitle: "This help centre may not be shown inside another site",
  refusedBody: (host: string) => `${host} is not among the sites that may show it.`,
  refusedOpen: "Open the help centre in a new tab",
};

export type EmbedStrings = typeof embedEn;
