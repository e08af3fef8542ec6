import type { VaultErrorCode } from "../../domain/vault";
import { plural } from "./plural";

const locale = "en";

/**
 * English words about sealed articles. Apart from the other strings: they come with the page that unlocks them. The
 * build writes those of that page, and of the links to it, into the HTML.
 */
export const sealedEn = {
  // The ways there
  link: "Locked articles",
  homeLink: "Unlock them",
  homeBody: "Some articles are for people who have the passphrase.",
  homeAll: "The articles here are for people who have the passphrase.",

  // The page
  title: "Locked articles",
  lead: "Enter the passphrase to read them. They are opened on this device; the passphrase is sent nowhere.",
  passphrase: "Passphrase",
  show: "Show",
  showPassphrase: "Show the passphrase",
  unlock: "Unlock",
  unlocking: "Unlocking…",
  hint: "They stay open in this tab only and lock again by themselves. Nothing readable is kept on the device.",
  noScript: "Locked articles are opened on your device, which needs JavaScript. It is switched off in this browser.",

  // What can go wrong
  empty: "Enter the passphrase.",
  faults: {
    "vault-wrong-key": "That passphrase does not open these articles.",
    "vault-other-secret": "These articles have no passphrase. They open within the page that shows this help centre.",
    "vault-version": "The site has been updated since this page was opened. Reload the page, then try again.",
    "vault-unreachable": "The locked articles could not be fetched. Check your connection, then try again.",
    "vault-signed-out": "Your sign-in has expired, so the locked articles could not be fetched.",
    "vault-damaged": "Something else arrived in place of the locked articles. Reload the page, then try again.",
    "vault-needs-https":
      "Locked articles can only be opened at an address that begins with https. Over plain http, browsers offer no cryptography.",
  } satisfies Record<VaultErrorCode, string> as Record<VaultErrorCode, string>,
  signInAgain: "Sign in again",

  // While it is unlocked
  unlocked: "Unlocked",
  locksAfter: (minutes: number) =>
    plural(locale, minutes, {
      one: "locks after 1 minute without use",
      other: `locks after ${minutes} minutes without use`,
    }),
  lockNow: "Lock now",

  // Afterwards
  lockedNow: "Locked. Nothing readable is left on this device.",
  lockedIdle: (minutes: number) =>
    plural(locale, minutes, {
      one: "Locked after 1 minute without use.",
      other: `Locked after ${minutes} minutes without use.`,
    }),
};

export type SealedStrings = typeof sealedEn;
