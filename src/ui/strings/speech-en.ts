/** English words for reading aloud and dictating. Apart from the other strings: they come with what they are about. */
export const speechEn = {
  // Reading aloud
  listen: "Listen",
  listenControls: "Reading aloud",
  pause: "Pause",
  goOn: "Continue",
  stop: "Stop reading",
  speed: "Speed",
  paused: "Paused",
  finished: "End of the text",
  voiceFailed: "The voice stopped working. Please try again.",
  voiceNotice:
    "This device has no voice for this language. Your browser can have the text spoken by its maker’s online service. The text is sent there.",

  // Dictation
  dictate: "Dictate",
  listening: "Listening…",
  packOffer:
    "Your browser can understand speech on this device once it has downloaded a language pack. Its size depends on the browser.",
  packLoad: "Download",
  packLoading: "Downloading the language pack…",
  packReady: "The language pack is here. You can dictate now.",
  packFailed: "The language pack could not be downloaded. Please try again later.",
  serviceNotice:
    "This browser understands speech only with its maker’s online service. What you say is sent there, and comes back as text.",
  serviceUse: "Use the online service",
  cancel: "Cancel",
  noSpeech: "Nothing was heard. Please try again.",
  noMicrophone: "No microphone was found.",
  notAllowed: "This page may not use the microphone. You can allow it in your browser’s settings for this site.",
  serviceUnreachable: "The browser’s service could not be reached. Check your connection, then try again.",
  languageUnknown: "Your browser cannot understand speech in this language.",
  dictationFailed: "Dictation stopped working. Please try again.",
};

export type SpeechStrings = typeof speechEn;
