import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hashFile } from "../../pipeline/models/verify-model";
import { type Followed, follow } from "./follow";

export interface FetchRequest {
  readonly url: string;
  /** Where the file goes; while it arrives it is `<to>.part`, with what tells its version in `<to>.version`. */
  readonly to: string;
  /** The most bytes the file may have. */
  readonly limit: number;
  /** Sent to the first host only. */
  readonly token?: string | undefined;
  /** Bytes so far and in all; the latter is 0 when nobody knows. */
  readonly onBytes?: (done: number, total: number) => void;
  /** Milliseconds without a byte after which a transfer counts as broken. */
  readonly stallMs?: number;
  /** Milliseconds before a broken transfer is taken up again; doubled each time. */
  readonly retryMs?: number;
}

export interface FetchedFile {
  readonly bytes: number;
  readonly sha256: string;
  /** Commit of the hub, where it told. */
  readonly commit?: string;
}

/** The server answered, and not with the file. */
export class RefusedError extends Error {
  readonly status: number;
  readonly reason: string | undefined;

  constructor(url: string, status: number, reason: string | undefined) {
    super(`${url} answers ${status}${reason === undefined ? "" : ` (${reason})`}.`);
    this.status = status;
    this.reason = reason;
  }
}

/** What went wrong on the way: no connection came about, one ended too early, or the server had an error of its own. */
export type BreakKind = "unreachable" | "cut" | "server";

/** The file did not come, and may with a later call; what has arrived is kept. */
export class BrokenError extends Error {
  readonly kind: BreakKind;
  /** Whether trying again at once may help: it does not where there is no such host, or nobody at home. */
  readonly passing: boolean;

  constructor(message: string, kind: BreakKind, code?: string) {
    super(message);
    this.kind = kind;
    this.passing = code !== "ENOTFOUND" && code !== "ECONNREFUSED";
  }
}

/** What Node's `fetch` names as the cause where there was a connection, and it ended. */
const CUT = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "UND_ERR_BODY_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT"]);

const ATTEMPTS = 5;

/**
 * Fetches a file. A broken transfer is taken up where it broke, in this call and in a later one for the same file,
 * when the server can do that; else it starts again.
 *
 * @throws RefusedError, BrokenError after several attempts; Error when the disk refuses, the file is too large or a hash
 * is wrong
 */
export async function fetchFile(request: FetchRequest): Promise<FetchedFile> {
  await mkdir(dirname(request.to), { recursive: true });
  for (let attempt = 1; ; attempt++) {
    try {
      const { hubHash, commit } = await transfer(request);
      const found = await hashFile(request.to);
      await compare(request, hubHash, found);
      return { ...found, ...(commit !== undefined && { commit }) };
    } catch (error) {
      if (!(error instanceof BrokenError) || !error.passing || attempt === ATTEMPTS) throw error;
      await sleep((request.retryMs ?? 200) * 2 ** (attempt - 1));
    }
  }
}

async function transfer(request: FetchRequest): Promise<Followed> {
  const { url, to } = request;
  const part = `${to}.part`;
  const version = await readFile(`${to}.version`, "utf8").catch(() => undefined);
  const whole = version === undefined ? undefined : await stat(to).catch(() => undefined);
  const have =
    whole || version === undefined
      ? 0
      : await stat(part).then(
          ({ size }) => size,
          () => 0,
        );
  const stall = new Stall(request.stallMs ?? 60_000);
  try {
    const followed = await reach(url, stall, () => {
      const ask = whole
        ? { "If-None-Match": version! }
        : have > 0
          ? { Range: `bytes=${have}-`, "If-Range": version! }
          : {};
      return follow(url, { "Accept-Encoding": "identity", ...ask }, request.token, stall.signal);
    });
    const { response } = followed;
    if (response.status === 304 && whole) return followed;
    if (response.status === 416) {
      await response.body?.cancel();
      await rm(part, { force: true });
      throw new BrokenError(`${url} has no bytes from ${have} on.`, "server");
    }
    if (!response.ok) {
      await response.body?.cancel();
      if (response.status >= 500 || response.status === 429)
        throw new BrokenError(`${url} answers ${response.status}.`, "server");
      const reason = response.headers.get("x-error-code") ?? response.headers.get("x-error-message") ?? undefined;
      throw new RefusedError(url, response.status, reason);
    }
    const from = response.status === 206 ? rangeStart(response) : 0;
    if (from !== 0 && from !== have) {
      await response.body?.cancel();
      await rm(part, { force: true });
      throw new BrokenError(`${url} sends bytes from ${from} where those from ${have} were asked for.`, "server");
    }
    await rm(to, { force: true });
    await keepVersion(to, response);
    await receive(request, response, part, from, stall);
    await rename(part, to);
    return followed;
  } finally {
    stall.end();
  }
}

/** Without a mark of its version a file that broke off cannot be taken up again: it may have changed meanwhile. */
async function keepVersion(to: string, response: Response): Promise<void> {
  const etag = response.headers.get("etag");
  const mark = etag !== null && !etag.startsWith("W/") ? etag : response.headers.get("last-modified");
  if (mark === null) await rm(`${to}.version`, { force: true });
  else await writeFile(`${to}.version`, mark);
}

async function receive(
  { url, limit, onBytes }: FetchRequest,
  response: Response,
  part: string,
  from: number,
  stall: Stall,
): Promise<void> {
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  const encoded = response.headers.has("content-encoding");
  const total = encoded || Number.isNaN(length) ? 0 : from + length;
  let done = from;
  if (Math.max(total, done) > limit) {
    await response.body?.cancel();
    throw tooLarge(url, limit);
  }
  const file = await open(part, from > 0 ? "a" : "w");
  try {
    onBytes?.(done, total);
    const reader = response.body?.getReader();
    while (reader) {
      const chunk = await reach(url, stall, () => reader.read());
      if (chunk.done) break;
      stall.reset();
      done += chunk.value.length;
      // What a server says of a file's length need not be so, and some say nothing.
      if (done > limit) {
        await reader.cancel();
        throw tooLarge(url, limit);
      }
      await file.write(chunk.value);
      onBytes?.(done, total);
    }
  } finally {
    await file.close();
  }
  if (total > 0 && done < total) throw new BrokenError(`${url} broke off after ${done} of ${total} bytes.`, "cut");
}

/** @param from its address or path */
export function tooLarge(from: string, limit: number): Error {
  return new Error(`${from} is too large: a file of this kind may have ${limit / 1e6} MB at most.`);
}

/** Errors of the network become {@link BrokenError}, with the cause in plain words. */
async function reach<T>(url: string, stall: Stall, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
    const { code } = cause ?? {};
    const kind = stall.signal.aborted || CUT.has(code ?? "") ? "cut" : "unreachable";
    const what = kind === "unreachable" ? "cannot be reached" : "broke off";
    throw new BrokenError(`${url} ${what}: ${code ?? cause?.message ?? message}.`, kind, code);
  }
}

function rangeStart(response: Response): number {
  return Number(/^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "")?.[1] ?? 0);
}

async function compare({ url, to }: FetchRequest, hubHash: string | undefined, found: { sha256: string }) {
  if (hubHash === undefined) return;
  const isSha256 = hubHash.length === 64;
  const actual = isSha256 ? found.sha256 : await gitBlobHash(to);
  if (actual === hubHash) return;
  await rm(to, { force: true });
  const kind = isSha256 ? "sha256" : "git hash";
  throw new Error(`${url} has a wrong hash.\n  expected: ${kind} ${hubHash}\n  found:    ${kind} ${actual}`);
}

async function gitBlobHash(file: string): Promise<string> {
  const hash = createHash("sha1").update(`blob ${(await stat(file)).size}\0`);
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Aborts when nothing has arrived for a while. */
class Stall {
  readonly #abort = new AbortController();
  readonly #ms: number;
  #timer: NodeJS.Timeout;

  constructor(ms: number) {
    this.#ms = ms;
    this.#timer = this.#start();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  reset(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#start();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #start(): NodeJS.Timeout {
    return setTimeout(() => this.#abort.abort(new Error(`nothing came for ${this.#ms / 1000} s`)), this.#ms);
  }
}
