/** English words about sharing an article. The build writes the button's; the rest comes with the dialog. */
export const shareEn = {
  share: "Share",
  title: "Share this article",
  close: "Close",
  address: "Address",
  fromSection: (heading: string) => `From the section “${heading}”`,
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Press Ctrl+C to copy",
  send: "Send to an app…",
  print: "Print",
  qrTitle: "QR code",
  qrHint: "A phone’s camera opens the article.",
  qrAlt: (address: string) => `QR code that leads to ${address}`,
  qrSave: "Save as SVG",
  qrTooLong: "The address is too long for a QR code.",

  // Selected words
  passage: "Selected words",
  passageCopy: "Copy link to this passage",
  passageCopied: "Link copied",
  passageOffered: "A link to the selected words can be copied: the next button after them.",
};

export type ShareStrings = typeof shareEn;
