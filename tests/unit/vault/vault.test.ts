import { describe, expect, test } from "vitest";
import type { ManifestFile } from "../../../src/domain/pack";
import { err, ok } from "../../../src/domain/result";
import type { VaultEntry, VaultHeader } from "../../../src/domain/vault";
import { newHostKey } from "../../../src/vault/keys";
import { openVault, readSealed, sealedFile, type VaultSecret } from "../../../src/vault/open-vault";
import { sealVault, type VaultSecrets } from "../../../src/vault/seal-vault";

const ITERATIONS = 10;
const PASSPHRASE = "correct horse battery staple";
const FILES = {
  "en/payroll/raise/index.html": "<h1>A raise</h1>",
  "zh/payroll/raise/index.html": "<h1>加薪</h1>",
  "media/empty.bin": "",
};

interface Sealed {
  readonly header: VaultHeader;
  readonly outputs: Map<string, Uint8Array>;
}

async function seal(
  secrets: VaultSecrets,
  earlier?: VaultHeader,
  files: Readonly<Record<string, string>> = FILES,
): Promise<Sealed> {
  const sealer = await sealVault(secrets, { earlier, iterations: ITERATIONS });
  const outputs = new Map<string, Uint8Array>();
  const entries: Record<string, VaultEntry> = {};
  for (const [path, text] of Object.entries(files)) {
    const { output, file } = await sealer.seal(path, new TextEncoder().encode(text));
    outputs.set(output.path, output.bytes);
    entries[path] = { ...file, type: "text/html" };
  }
  const { output, header } = await sealer.finish(entries);
  outputs.set(output.path, output.bytes);
  return { header, outputs };
}

async function open({ header, outputs }: Sealed, secret: VaultSecret) {
  return openVault(header, secret, async ({ path }: ManifestFile) => ok(outputs.get(path)!));
}

async function opened(sealed: Sealed, secret: VaultSecret) {
  const vault = await open(sealed, secret);
  if (!vault.ok) throw new Error(vault.error.code);
  return vault.value;
}

async function textOf(sealed: Sealed, secret: VaultSecret, plainPath: string) {
  const vault = await opened(sealed, secret);
  const { path } = sealedFile(vault, plainPath)!;
  const read = await readSealed(vault, path, sealed.outputs.get(path)!);
  return read.ok ? new TextDecoder().decode(read.value) : read.error.code;
}

describe("a vault", () => {
  test("gives every file back to the passphrase and to the host's key, and to nothing else", async () => {
    const hostKey = newHostKey();
    const sealed = await seal({ passphrase: PASSPHRASE, hostKey });
    for (const [path, text] of Object.entries(FILES)) {
      expect(await textOf(sealed, { passphrase: PASSPHRASE }, path)).toBe(text);
      expect(await textOf(sealed, { hostKey }, path)).toBe(text);
    }
    const wrong: VaultSecret[] = [
      { passphrase: "correct horse battery stapl" },
      { passphrase: "" },
      { hostKey: newHostKey() },
      { hostKey: "not a key" },
      { hostKey: hostKey.slice(1) },
    ];
    for (const secret of wrong) {
      expect(await open(sealed, secret)).toMatchObject({ ok: false, error: { code: "vault-wrong-key" } });
    }
    expect(sealedFile(await opened(sealed, { hostKey }), "toString")).toBeUndefined();
  });

  test("says when it is sealed with the other kind of secret alone", async () => {
    const hostKey = newHostKey();
    const code = (secrets: VaultSecrets, secret: VaultSecret) =>
      seal(secrets).then((sealed) => open(sealed, secret).then((vault) => !vault.ok && vault.error.code));
    expect(await code({ hostKey }, { passphrase: PASSPHRASE })).toBe("vault-other-secret");
    expect(await code({ passphrase: PASSPHRASE }, { hostKey })).toBe("vault-other-secret");
  });

  test("knows a passphrase however its letters are written", async () => {
    const sealed = await seal({ passphrase: "　薪资ＡＢＣ café 二〇二六\n" });
    expect((await open(sealed, { passphrase: "薪资ABC cafe\u0301 二〇二六" })).ok).toBe(true);
    expect((await open(sealed, { passphrase: "薪资ABC cafe 二〇二六" })).ok).toBe(false);
  });

  test("shows neither names nor words, and sizes in steps of 1 kB", async () => {
    const { header, outputs } = await seal({ passphrase: PASSPHRASE });
    const all = [JSON.stringify(header), ...outputs.keys(), ...[...outputs.values()].map((b) => Buffer.from(b))];
    const text = Buffer.concat(all.map((part) => Buffer.from(part)));
    for (const word of ["payroll", "raise", "加薪", "index.html", "battery"]) expect(text.includes(word)).toBe(false);
    // 12 bytes of IV, 16 of tag.
    for (const bytes of outputs.values()) expect((bytes.length - 28) % 1024).toBe(0);
  });

  test("refuses a changed byte anywhere, and one file in the place of another", async () => {
    const sealed = await seal({ passphrase: PASSPHRASE });
    const vault = await opened(sealed, { passphrase: PASSPHRASE });
    const [first, second] = Object.keys(FILES).map((path) => sealedFile(vault, path)!.path);
    const bytes = sealed.outputs.get(first!)!;
    for (const position of [0, 11, 12, 500, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes);
      changed[position]! ^= 1;
      expect(await readSealed(vault, first!, changed)).toMatchObject({ error: { code: "vault-damaged" } });
    }
    expect(await readSealed(vault, second!, bytes)).toMatchObject({ error: { code: "vault-damaged" } });
    expect(await readSealed(vault, first!, bytes.slice(0, 5))).toMatchObject({ error: { code: "vault-damaged" } });
  });

  test("tells a damaged index, one that does not arrive and another version apart", async () => {
    const { header, outputs } = await seal({ passphrase: PASSPHRASE });
    const secret = { passphrase: PASSPHRASE };
    const page = async () => ok(new TextEncoder().encode("<html>Sign in</html>"));
    expect(await openVault(header, secret, page)).toMatchObject({ error: { code: "vault-damaged" } });
    const gone = async () => err({ code: "vault-unreachable", detail: "HTTP 404" } as const);
    expect(await openVault(header, secret, gone)).toMatchObject({
      error: { code: "vault-unreachable", detail: expect.stringContaining("HTTP 404") },
    });
    const newer = { ...header, version: 2 } as unknown as VaultHeader;
    const fetchFile = async ({ path }: ManifestFile) => ok(outputs.get(path)!);
    expect(await openVault(newer, secret, fetchFile)).toMatchObject({ error: { code: "vault-version" } });
    const slow = { ...header, passphrase: { ...header.passphrase!, iterations: 1e12 } };
    expect(await openVault(slow, secret, fetchFile)).toMatchObject({ error: { code: "vault-damaged" } });
  });

  test("goes to a worker as a copy, and its key stays inside", async () => {
    const sealed = await seal({ passphrase: PASSPHRASE });
    const vault = structuredClone(await opened(sealed, { passphrase: PASSPHRASE }));
    const { path } = sealedFile(vault, "en/payroll/raise/index.html")!;
    expect((await readSealed(vault, path, sealed.outputs.get(path)!)).ok).toBe(true);
    expect(vault.key.extractable).toBe(false);
  });
});

describe("a vault built again", () => {
  test("with the same secrets has the same bytes; a changed file gets another name and the others keep theirs", async () => {
    const secrets = { passphrase: PASSPHRASE, hostKey: newHostKey() };
    const first = await seal(secrets);
    expect(await seal(secrets, first.header)).toEqual(first);
    const changed = await seal(secrets, first.header, { ...FILES, "media/empty.bin": "more" });
    const kept = [...first.outputs.keys()].filter((path) => changed.outputs.has(path));
    expect(kept).toHaveLength(2);
    for (const path of kept) expect(changed.outputs.get(path)).toEqual(first.outputs.get(path));
  });

  test("with other secrets shares nothing with the earlier one", async () => {
    const hostKey = newHostKey();
    const first = await seal({ passphrase: PASSPHRASE });
    const others: VaultSecrets[] = [
      { passphrase: "another passphrase" },
      { hostKey },
      { passphrase: PASSPHRASE, hostKey },
    ];
    for (const secrets of others) {
      const second = await seal(secrets, first.header);
      expect([...second.outputs.keys()].filter((path) => first.outputs.has(path))).toEqual([]);
    }
    const rotated = await seal({ passphrase: "another passphrase" }, first.header);
    expect(await open(rotated, { passphrase: PASSPHRASE })).toMatchObject({ error: { code: "vault-wrong-key" } });
  });

  test("without anything to begin with differs every time", async () => {
    const [a, b] = await Promise.all([seal({ passphrase: PASSPHRASE }), seal({ passphrase: PASSPHRASE })]);
    expect([...a.outputs.keys()].filter((path) => b.outputs.has(path))).toEqual([]);
  });

  test("is not begun without a secret or with a key of another length", async () => {
    await expect(sealVault({})).rejects.toThrow("needs a secret");
    await expect(sealVault({ hostKey: "c2hvcnQ" })).rejects.toThrow("32 bytes");
  });
});
