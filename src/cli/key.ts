import { newHostKey } from "../vault/keys";
import { parseOptions } from "./options";

export const KEY_HELP = `pocket-help key

  Prints a new random key for sealed sections that a host page unlocks: 32 bytes as base64url.
  Keep it where the host keeps its secrets, and give it to the build as POCKET_HELP_KEY or --key-file.`;

/** @returns the exit code */
export async function key(args: readonly string[]): Promise<number> {
  parseOptions(args, {});
  console.log(newHostKey());
  return 0;
}
