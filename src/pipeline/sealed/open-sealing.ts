import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "../../domain/fault";
import { VAULT_FILE, type VaultHeader } from "../../domain/vault";
import { hostKeyBytes, normalizedPassphrase } from "../../vault/keys";
import { sealVault, type VaultSealer } from "../../vault/seal-vault";
import { formatFaultGroup, groupFaults } from "../faults";
import type { LoadedContent } from "../load";

/** A secret with the place it was read from: faults name that, never the secret. */
export interface GivenSecret {
  readonly value: string;
  /** Name of an environment variable or of a file. */
  readonly source: string;
}

/** What shall open the sealed sections. */
export interface GivenSecrets {
  readonly passphrase?: GivenSecret | undefined;
  /** 32 bytes, base64url. */
  readonly hostKey?: GivenSecret | undefined;
}

/** Why nothing was written: what was to be sealed would have been published. */
export class SealingError extends Error {
  override readonly name = "SealingError";

  constructor(faults: readonly Fault[]) {
    const text = groupFaults(faults).map(formatFaultGroup).join("\n");
    super(`nothing is written, because articles that should be sealed might be published.\n${text}`);
  }
}

/** Passphrases below this length are found by trying, whatever is done to slow that down. */
const WEAK = 12;

/**
 * Makes sure of what is to be sealed and with which secret, before anything is written.
 *
 * @param out folder of the site that the build replaces: with the same secrets its vault's key is used again
 * @param iterations of PBKDF2; the vault's own number when absent
 * @returns no sealer where this edition holds nothing to seal
 * @throws SealingError when the configuration or the secrets leave open what is sealed, or with what
 */
export async function openSealing(
  content: LoadedContent,
  secrets: GivenSecrets,
  out: string,
  iterations?: number,
): Promise<{ sealer?: VaultSealer; faults: readonly Fault[] }> {
  const stops = content.stops.length > 0 ? content.stops : secretFaults(content, secrets);
  if (stops.length > 0) throw new SealingError(stops);
  if (!content.open) return { faults: [] };
  const sealer = await sealVault(
    { passphrase: secrets.passphrase?.value, hostKey: secrets.hostKey?.value },
    { earlier: await earlierVault(out), iterations },
  );
  return { sealer, faults: weaknesses(secrets) };
}

function secretFaults(
  { open, config, configName, sealingLine }: LoadedContent,
  { passphrase, hostKey }: GivenSecrets,
): Fault[] {
  const fault = (file: string, line: number, expected: string, found: string): Fault[] => [
    { code: "sealed", severity: "error", file, line, expected, found },
  ];
  if (hostKey && !hostKeyBytes(hostKey.value)) {
    const found = "something else";
    return fault(hostKey.source, 1, "a key of 32 bytes as `pocket-help key` prints it", found);
  }
  const given = passphrase ?? hostKey;
  // Whoever gives a secret means something to be sealed; a misspelt key in the configuration must not publish it.
  if (given && config.sealed.sections.length === 0)
    return fault(configName, 1, `\`sealed.sections\`, because ${given.source} gives a secret`, "no sealed section");
  if (open && !given) {
    const expected =
      "a secret for `sealed.sections`: POCKET_HELP_PASSPHRASE or POCKET_HELP_KEY in the environment, --passphrase-file or --key-file";
    return fault(configName, sealingLine, expected, "no secret");
  }
  return [];
}

function weaknesses({ passphrase }: GivenSecrets): Fault[] {
  if (!passphrase) return [];
  const { length } = [...normalizedPassphrase(passphrase.value)];
  if (length >= WEAK) return [];
  return [
    {
      code: "sealed",
      severity: "warning",
      file: passphrase.source,
      line: 1,
      expected: `a passphrase of ${WEAK} or more characters, best of several words`,
      found: `${length} character${length === 1 ? "" : "s"}`,
    },
  ];
}

/** The header of the vault that stands there; a folder without one, or with a damaged one, begins anew. */
async function earlierVault(out: string): Promise<VaultHeader | undefined> {
  try {
    return JSON.parse(await readFile(join(out, VAULT_FILE), "utf8")) as VaultHeader;
  } catch {
    return undefined;
  }
}
