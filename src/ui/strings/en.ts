import type { AppErrorCode } from "../../domain/errors";
import { plural } from "./plural";

const locale = "en";

/** The English interface. Its shape is the catalogue's type: every other language has exactly these keys. */
export const en = {
  // Frame
  skipToContent: "Skip to content",
  home: "Home",
  language: "Language",
  translationMissing: "this page is not translated yet; opens the nearest one",
  theme: "Colours",
  themeSystem: "Match device",
  themeLight: "Light",
  themeDark: "Dark",
  staffEdition: "Staff edition",
  staffEditionNote: "Includes internal articles. Please don’t share links outside the company.",
  footerPrivacy: "Search runs on your device. What you type stays here.",
  contact: "Contact us",

  // Home
  homeTitle: "How can we help?",
  homeSearchHint: "Search in your own words",
  popular: "Popular questions",
  recentlyUpdated: "Recently updated",
  sections: "Browse by topic",
  otherArticles: "More articles",
  articleCount: (count: number) => plural(locale, count, { one: `${count} article`, other: `${count} articles` }),

  // The reader's own lists
  shelfTitle: "On this device",
  shelfContinue: "Continue reading",
  shelfSaved: "Saved",
  shelfChanged: "Changed since you read it",
  shelfRead: (share: string) => `${share} read`,
  shelfRemove: "Remove",
  save: "Save",
  saveHint: "Keep this article on your list, on this device",
  resume: "Continue where you left off",
  resumeDismiss: "Start from the top instead",

  // Articles
  breadcrumb: "You are here",
  onThisPage: "On this page",
  updated: "Updated",
  validUntil: "Valid until",
  expiredTitle: "This may be out of date.",
  expiredBody: (date: string) => `It was valid until ${date}. Please check with us before you rely on it.`,
  staffOnly: "Staff only",
  kindFaq: "Question",
  kindTutorial: "Step by step",
  kindArticle: "Article",
  tags: "Tags",
  related: "Related",
  previous: "Previous",
  next: "Next",
  previousNext: "Previous and next article",
  copyCode: "Copy",
  copied: "Copied",
  copyFailed: "Press Ctrl+C to copy",
  copyLink: "Copy link to this heading",
  linkCopied: "Link copied",
  emptySection: "Nothing here yet.",
  subsections: "Topics",

  // A person
  stuckTitle: "Still stuck?",
  stuckBody: "A person can pick up from here.",
  contactTitle: "Talk to a person",
  contactLead: "Tell us what you need, and somebody will take it from here.",
  contactTopic: "What is it about?",
  contactAnyTopic: "Something else",
  contactQuestion: "Your question",
  contactQuestionHint: "It goes into the message for you, and stays on your device until you send it.",
  contactFromPage: "You came from",
  contactChannels: "Ways to reach us",
  contactCopy: "Copy message",
  contactNoChannels: "No contact channel is set up yet.",
  contactTopics: "Helps with:",
  channelEmail: "Send an email",
  channelPhone: "Call us",
  channelChat: "Start a chat",
  channelForm: "Fill in the form",
  channelLink: "Visit",
  actionEmail: "Write email",
  actionPhone: "Call",
  actionChat: "Open chat",
  actionForm: "Open form",
  actionLink: "Open",
  mailSubject: "Question about help",
  mailPage: "Page",
  openNow: "Open now",
  closedNow: "Closed now",
  closesAt: (time: string) => `until ${time}`,
  opensToday: (time: string) => `opens today at ${time}`,
  opensOn: (day: string, time: string) => `opens ${day} at ${time}`,
  hours: "Opening hours",
  hoursClosed: "Closed",
  hoursRange: (from: string, to: string) => `${from}–${to}`,
  hoursDays: (from: string, to: string) => `${from}–${to}`,
  hoursClosedOn: "Closed on",

  // Search
  search: "Search",
  searchPlaceholder: "Search help",
  searchTitle: "Search",
  searchOpen: "Search help",
  searchClose: "Close search",
  searchClear: "Clear",
  searchSubmit: "Search",
  reload: "Reload page",
  searchNoScript: "Search needs JavaScript, which is switched off in this browser. You can still browse every topic:",
  searchResults: "Results",
  searchLoading: "Getting the articles ready. Your question is answered in a moment.",
  searchWorking: "Searching…",
  searchSeeAll: (total: number) => `See all ${total} articles`,
  searchMore: "Show more",
  resultExpired: "May be out of date",
  resultSimilar: "Similar meaning",
  resultSimilarHint: "“Similar meaning”: your words do not stand there, but it is about the same.",
  searchInLanguage: (language: string) => `In ${language}`,
  meaningOffer: (size: string) =>
    `Searching by words only, as your device saves data. Searching by meaning takes a model of ${size}.`,
  meaningLoad: "Load it",
  meaningLoading: (loaded: string, total: string) => `Loading the search model: ${loaded} of ${total}`,
  errorTitle: "Search is not available right now",
  errors: {
    "content-unreachable": "The articles did not arrive. Check your connection, then try again.",
    "content-invalid":
      "Something else arrived in place of the articles, perhaps a sign-in page. Reload this page, then try again.",
    "content-version": "This help centre has been updated since you opened the page. Reload the page to search.",
    "encoder-unreachable":
      "Searching by words only: the search model could not be loaded. It is tried again at your next visit.",
    "encoder-invalid":
      "Searching by words only: the search model arrived damaged. It is fetched again at your next visit.",
    "encoder-version": "Searching by words only: the search model is of another version. Reload the page to use it.",
    "reader-unreachable":
      "The model for more exact answers could not be loaded. Answers are found without it; check your connection to try again.",
    "reader-invalid":
      "The model for more exact answers does not run here: it arrived damaged, or this device or browser does not allow it. Answers are found without it.",
    "worker-failed": "Search stopped working in this tab. Try again, or reload the page.",
  } satisfies Record<AppErrorCode, string>,
  searchRetry: "Try again",
  searchCount: (articles: number) =>
    plural(locale, articles, { one: `${articles} article found`, other: `${articles} articles found` }),
  searchFromDevice: (date: string) =>
    date === "" ? "From what is on this device." : `From what is on this device, as of ${date}.`,
  searchCorrected: "Showing results for",
  searchNoneTitle: (query: string) => `Nothing found for “${query}”`,
  searchNoneBody: "Try fewer or other words, or ask a person. Your question goes along.",
  searchNearest: "Closest titles",
  searchAskPerson: "Ask a person",
  searchScope: (section: string) => `Only in ${section}`,
  searchEverywhere: "Search everywhere",
  recentSearches: "Recent searches",
  forget: (query: string) => `Forget “${query}”`,
  forgetAll: "Forget all",
  recentlyRead: "Recently read",
  keyMove: "move",
  keyOpen: "open",
  keyClose: "close",

  // Answers
  askQuestion: "Ask a question",

  // Not found
  notFoundTitle: "This page isn’t here",
  notFoundBody: "It may have moved, or the address has a typo. Search, or pick up from one of these.",
};

export type Strings = typeof en;
