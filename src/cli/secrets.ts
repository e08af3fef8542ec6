import { readFile } from "node:fs/promises";
import type { GivenSecret, GivenSecrets } from "../pipeline/sealed/open-sealing";

interface SecretOptions {
  readonly "passphrase-file"?: string | undefined;
  readonly "key-file"?: string | undefined;
}

/**
 * The secrets of sealed sections, from files or the environment; a file goes first. Never from an argument itself:
 * shells write those to their history, and other users of a machine see them in the list of processes.
 *
 * @throws Error when a file cannot be read or is empty
 */
export async function givenSecrets(
  options: SecretOptions,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<GivenSecrets> {
  const [passphrase, hostKey] = await Promise.all([
    secret(options["passphrase-file"], "POCKET_HELP_PASSPHRASE", environment),
    secret(options["key-file"], "POCKET_HELP_KEY", environment),
  ]);
  return { passphrase, hostKey };
}

async function secret(
  file: string | undefined,
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<GivenSecret | undefined> {
  const value = file === undefined ? environment[name] : await readFile(file, "utf8");
  // Services that build sites set a variable whose secret they lack to nothing.
  if (value !== undefined && value.trim() !== "") return { value, source: file ?? name };
  if (file !== undefined) throw new Error(`${file} is empty; it should hold a secret of the sealed sections.`);
  return undefined;
}
