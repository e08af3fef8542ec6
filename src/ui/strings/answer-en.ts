import type { AnswerStage } from "../../domain/answer";

/**
 * English words about questions and answers. Apart from the other strings: they come with the first question. The build
 * writes those of the article page into it.
 */
export const answerEn = {
  // The page
  askLead: "You get an answer quoted from our articles, word for word. What you ask stays on this device.",
  askLabel: "What would you like to know?",
  askHint: "Ask in your own words",
  askAnother: "Ask something else",
  askSubmit: "Ask",
  askExamples: "For example",
  askNoScript: "Answers need JavaScript, which is switched off in this browser. You can still browse every topic:",
  askKeys: "Enter asks, Escape stops, arrow up brings back your last question.",
  dialogue: "Your questions",

  // While it is sought
  stages: {
    searching: "Searching the articles…",
    reading: "Reading the articles that fit best…",
  } satisfies Record<AnswerStage, string>,
  stop: "Stop",
  stopped: "Stopped.",
  askAgain: "Ask again",

  // An answer
  answer: "Answer",
  answerFrom: (title: string) => `From “${title}”`,
  answerUnsure: "This may not be exactly what you asked. The article has the details.",
  answerRead: "Read it in the article",
  answerCopy: "Copy with source",
  answerCopied: "Copied",
  answerCopyFailed: "Press Ctrl+C to copy",
  answerPrint: "Print with source",
  answersPrint: "Print all questions and answers",
  answerActions: "What you can do",
  answerOthers: "Also in these articles",
  answerHelped: "Did this answer your question?",
  answerYes: "Yes",
  answerNo: "No",
  answerHelpedYes: "Good to hear.",
  answerHelpedNo: "Sorry about that. A person can take it from here; your question goes along.",
  answerOffered: "An answer is there.",
  answerShow: "Show the answer",
  answerBetter: "A more exact answer is there.",
  answerBetterShow: "Show it",

  // None
  notCoveredTitle: "The help centre does not answer this, as far as we can tell.",
  notCoveredBody: "A person can take it from here; your question goes along.",
  notCoveredNearest: "Closest articles",
  searchForIt: "Search for it",
  failed: "That did not work",

  // The model
  readerOffer: (size: string) => `More exact answers need a small model (${size}, fetched once, kept on this device).`,
  readerFetch: "Fetch it",
  readerNotNow: "Not now",
  readerLater: (size: string) => `Get more exact answers (${size})`,
  readerLoading: "Getting the model for more exact answers",
  readerProgress: (loaded: string, total: string) => `${loaded} of ${total}`,
  readerCancel: "Cancel: answer without it",

  // In the article
  quotation: "Quoted text",
  quotationMarked: "The quoted text is marked.",
  quotationGone: "The quoted words are no longer in this article.",
  quotationUnmark: "Remove the mark",
};

export type AnswerStrings = typeof answerEn;
