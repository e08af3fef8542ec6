import { plural } from "./plural";

const locale = "en";

/** English words about printing. The build writes a few of them into the pages; the rest comes when something is printed. */
export const printEn = {
  // On other pages
  printed: "Printed on",
  section: "Print this section",
  everything: "Print everything",

  // The page
  title: "Print articles",
  lead: "Puts the articles you choose together on this device, ready for paper or a PDF.",
  noScript:
    "Putting articles together needs JavaScript, which is switched off in this browser. Any article can be printed from its own page.",
  nothing: "There are no articles at this address to print. Please choose what you need.",
  choose: "What to print",
  all: "Everything",
  otherArticles: "Other articles",
  articles: (count: number) => plural(locale, count, { one: `${count} article`, other: `${count} articles` }),
  gather: "Put together",
  gathering: "Putting the articles together",
  progress: (done: string, total: string) => `${done} of ${total}`,
  cancel: "Cancel",
  loading: "Getting the list of sections…",
  noList: "The list of sections cannot be had now. Please check the network and try again.",
  retry: "Try again",
  ready: (count: number) =>
    plural(locale, count, { one: "The article is ready to print.", other: `${count} articles are ready to print.` }),
  print: "Print",
  another: "Choose something else",
  missing: (count: number) =>
    plural(locale, count, {
      one: "One article is missing: it is neither reachable now nor on this device.",
      other: `${count} articles are missing: they are neither reachable now nor on this device.`,
    }),

  // The book
  contents: "Contents",
  updated: "Updated",
  missingHere: "This article was missing when this was printed.",
  video: "Video",
  opensAt: "Opens at",
  expired: (date: string) => `This was valid until ${date}; it may be out of date.`,

  // Answers
  answers: "Questions and answers",
  question: "Question",
  quotedFrom: (title: string) => `Quoted from “${title}”`,
  notCovered: "The help centre does not answer this.",
  nearest: "Closest articles",
  others: "Also in these articles",
};

export type PrintStrings = typeof printEn;
