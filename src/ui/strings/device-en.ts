import type { DevicePlace } from "../../client/offline/device-data";
import type { KeepFault } from "../../client/offline/fetch-files";
import type { DeviceKey } from "../behaviour/device-keys";
import { plural } from "./plural";

const locale = "en";

/** What a place on this device is called, and why it exists. */
export interface PlaceWords {
  readonly name: string;
  readonly why: string;
}

/**
 * English words about what is on this device and what works without a network. Apart from the other strings: only
 * the build and a few pages need them.
 */
export const deviceEn = {
  // On every page
  offline: "Offline",
  offlineHint: "No connection. What is on this device still works.",
  copyAgeLabel: "Age of this page",
  copyAge: "Shown from this device, as of",
  offlineTitle: "Read offline",
  yourDataTitle: "Your data on this device",
  offlineLink: "Read offline",
  yourDataLink: "Your data",
  keepSection: "Keep for offline",

  // Contact
  channelNetwork: "Needs a connection.",
  channelMail: "Your mail program sends it once you are online.",
  channelPhone: "Works without the internet.",
  contactOffline: "You are offline. Calling works; a copied message can be sent later.",

  // Did this help?
  helpTitle: "Did this help?",
  helpYes: "Yes",
  helpNo: "No",
  helpReason: "What was missing?",
  helpReasons: {
    unclear: "I couldn’t follow it",
    outdated: "It is out of date",
    other: "It answers another question",
  },
  helpNoted: "You said it helped.",
  helpNotedNo: "You said it didn’t help.",
  helpUndo: "Take back",

  // Not on this device
  notOnDeviceTitle: "This page isn’t on your device",
  notOnDeviceBody: "There is no connection, and this page was neither read nor kept here before.",
  notOnDeviceRetry: "Try again",
  notOnDeviceNearest: "Closest on this device",
  notOnDeviceNone: "Nothing like it is on this device.",
  notOnDeviceLooking: "Looking through what is on this device…",

  // Keep for offline
  keepLead: "Choose what to keep on this device. It then opens without a connection, pictures included.",
  keepNoScript: "Keeping pages needs JavaScript, which is switched off in this browser.",
  keepLoading: "Looking at what there is…",
  keepUnavailable:
    "This browser cannot keep pages here: it does not let this site store them. Pages still open while you are connected.",
  keepInsecure:
    "This address is not secure (http), and browsers keep pages of secure addresses (https) only. Reading, search and answers work here while you are connected.",
  keepNoList: "The list of sections did not arrive. Check your connection, then reload the page.",
  keepAll: "All sections",
  keepOther: "Other articles",
  keepButton: (size: string) => `Keep selected (${size})`,
  keepButtonNone: "Keep selected",
  keepComplete: (date: string) => `Complete, as of ${date}`,
  keepOutdated: (date: string) => `As of ${date}; the site has a newer state`,
  keepStopped: "Not complete yet",
  keepResume: "Continue",
  keepCancel: "Stop",
  keepUpdate: "Get the newer state",
  keepRemove: "Remove",
  keepRemoveNamed: (name: string) => `Remove ${name}`,
  keepGetting: "Getting the pages",
  keepProgress: (loaded: string, total: string) => `${loaded} of ${total}`,
  keepDone: "Complete. All of it opens without a connection now.",
  keepUsage: (used: string, quota: string) => `This site uses ${used}; the browser allows about ${quota}.`,
  keepPersisted: "The browser keeps it until you remove it.",
  keepNotPersisted: "The browser may clear it when the device runs out of room.",
  keepMissing: (size: string) => `About ${size} of room is missing. Free some space, or choose less.`,
  keepFaults: {
    unreachable: "The connection was lost. What has arrived stays; it goes on when you are back online.",
    "signed-out": "Your sign-in has expired. What has arrived stays; sign in again, then continue.",
    changed: "Something else arrived: the site is being updated. Reload the page and continue.",
    quota:
      "There is no room left on this device. Remove something, or choose less. What you kept before is still there.",
    storage: "The browser does not let this site store pages, as in some private windows.",
    cancelled: "Stopped.",
  } satisfies Record<KeepFault, string>,

  // Updates
  updateApp: "A new version is ready.",
  updateAppAction: "Reload",
  updateContent: "Newer content is available for what you keep.",
  updateContentSize: (size: string) => `Get it (${size})`,
  updateDone: "What you keep is up to date.",
  updateChanged: (count: number) =>
    plural(locale, count, {
      one: "An article you have read or kept has changed:",
      other: `${count} articles you have read or kept have changed:`,
    }),
  dismiss: "Close",

  // What the script of a page lacks
  loadFailed: "Part of this page did not arrive. Check your connection, then reload the page.",

  // Sign-in
  signedOut: "Your sign-in has expired. Sign in again to see what is new; what is on this device can still be read.",
  signedOutFramed: "Your sign-in has expired. Sign in again in a new tab, then come back here; it goes on by itself.",
  signInAgain: "Sign in again",
  notOnDeviceSignedOut: "Your sign-in has expired, and this page was neither read nor kept here before.",

  // Install
  installBody: "Install this help centre as an app. It opens from your home screen, offline too.",
  installAction: "Install",
  installIos: "In Safari, tap Share, then “Add to Home Screen”. It then opens like an app, offline too.",
  installMac: "In Safari, choose File, then “Add to Dock”. It then opens like an app, offline too.",

  // Your data
  dataLead: "Everything this help centre keeps on this device. You can take it with you or erase it.",
  dataNoScript: "Without JavaScript this help centre stores nothing on your device.",
  dataInsecure:
    "This address is not secure (http): the browser keeps neither pages nor models here, so nothing opens without a connection and models are fetched anew. Your lists and settings are kept, and search and answers work.",
  dataNeverSent: (kinds: number) => `There are ${kinds} kinds of things below. None of them is ever sent anywhere.`,
  dataStored: "What is stored",
  dataSent: "What was sent",
  dataSentNone:
    "Nothing. This help centre has no way to send anything by itself; email, calls and chats go through your own apps.",
  dataEntries: (count: number) => plural(locale, count, { one: "1 entry", other: `${count} entries` }),
  dataNothing: "Nothing",
  dataExport: "Save as a file (JSON)",
  dataErase: "Erase",
  dataEraseNamed: (name: string) => `Erase: ${name}`,
  dataEraseAll: "Erase everything",
  dataEraseAllSure: "Erase everything on this device? Pages you keep and all lists go. This cannot be undone.",
  dataEraseSure: "Erase it?",
  dataCancel: "Cancel",
  dataErased: "Erased.",
  dataErasedAll: "Everything is erased. The next page you open stores the app’s own files again.",
  dataSignedOut: "You are signed out here: everything on this device is erased.",
  dataUsage: (used: string) => `About ${used} in all.`,
  dataShow: "Show",
  dataSettings: "Data use",
  dataSave: "Save data: do not fetch models by themselves",
  dataSaveHint:
    "Search then compares words, and answers are found without a model, until you fetch one yourself. What is already on this device is still used.",
  dataKeys: {
    theme: { name: "Colours", why: "Light or dark, as you chose." },
    locale: { name: "Language", why: "The language you chose, for the next visit." },
    tabs: { name: "Tabs", why: "Which tab you chose in articles, such as your phone’s system." },
    recentSearches: { name: "Recent searches", why: "To offer them again when you open search." },
    recentlyRead: { name: "Recently read", why: "To find an article again, and to tell you when it has changed." },
    saved: { name: "Saved articles", why: "The articles you saved, for your list on the home page." },
    positions: { name: "Places in articles", why: "How far you have read long articles, to go on from there." },
    dismissedNotices: { name: "Closed notices", why: "So that a notice you closed stays closed." },
    votes: { name: "Did this help?", why: "Your own answers, shown when you come back to an article." },
    dismissed: { name: "Closed notes", why: "So that a note you closed stays closed." },
    searchModel: { name: "Search by meaning", why: "That you want it although your device saves data." },
    readerModel: { name: "Exact answers", why: "Whether you want the model for them on this device." },
    saveData: { name: "Saving data", why: "That models are not to be fetched by themselves." },
  } satisfies Record<DeviceKey, PlaceWords> as Record<DeviceKey, PlaceWords>,
  dataPlaces: {
    sections: { name: "Search texts", why: "The texts of the articles with an index, so that search runs here." },
    meanings: { name: "Meanings", why: "What the texts mean, as numbers, so that search by meaning runs here." },
    kept: { name: "Kept sections", why: "Which sections you keep for offline." },
    release: { name: "State of the content", why: "Which state of the site this device knows." },
    app: { name: "The app’s files", why: "Scripts, styles and icons, so that it opens without a connection." },
    pages: { name: "Pages", why: "Pages you have read, to read them again offline." },
    seen: { name: "Pictures", why: "Pictures and other files of pages you have read." },
    files: { name: "Kept files", why: "Pages, pictures and texts of what you keep for offline." },
    models: { name: "Models", why: "So that search and answers go by what is meant, offline too." },
  } satisfies Record<DevicePlace, PlaceWords> as Record<DevicePlace, PlaceWords>,
};

export type DeviceStrings = typeof deviceEn;
