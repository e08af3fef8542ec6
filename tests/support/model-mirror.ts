import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export const TINY_ENCODER = join(import.meta.dirname, "../fixtures/models/tiny-encoder");
/** A question-answering model of the hub's layout. */
export const TINY_READER = join(import.meta.dirname, "../fixtures/models/tiny-reader");
/** One of the project's own layout. */
export const TINY_OWN_READER = join(import.meta.dirname, "../fixtures/models/tiny-own-reader");
export const TINY_ONNX = "onnx/model_quantized.onnx";
export const COMMIT = "0123456789abcdef0123456789abcdef01234567";

export interface MirrorRequest {
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
  readonly status: number;
}

/** Answers a request in place of the mirror; says whether it did. */
export type Answer = (request: IncomingMessage, response: ServerResponse, file: Buffer | undefined) => boolean;

export interface Mirror {
  readonly url: string;
  readonly requests: MirrorRequest[];
  /** What to answer for a file of the model, by its path inside the model. */
  readonly answers: Map<string, Answer>;
  close(): Promise<void>;
}

/** A hub on this machine with one model, `acme/tiny`, whose files the tests may tamper with. */
export async function modelMirror(folder = TINY_ENCODER): Promise<Mirror> {
  const requests: MirrorRequest[] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const match = /^\/acme\/tiny\/resolve\/[^/]+\/(.*)$/.exec(request.url ?? "");
    const path = match?.[1] ?? request.url ?? "";
    response.on("close", () => {
      const { range, authorization } = request.headers;
      requests.push({ path, range, authorization, status: response.statusCode });
    });
    const file = match ? read(join(folder, path)) : undefined;
    if (answers.get(path)?.(request, response, file)) return;
    if (file) send(request, response, file);
    else response.writeHead(404, { "Content-Type": "text/plain" }).end("Entry not found");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(async () => close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, answers, close };
}

/** As the hub answers: its commit, the hash as etag, and ranges. */
export function send(request: IncomingMessage, response: ServerResponse, file: Buffer, headers: object = {}): void {
  const etag = `"${sha256(file)}"`;
  const start = startOf(request, etag);
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { ETag: etag }).end();
    return;
  }
  const range = start > 0 ? { "Content-Range": `bytes ${start}-${file.length - 1}/${file.length}` } : {};
  response.writeHead(start > 0 ? 206 : 200, {
    "Content-Length": file.length - start,
    ETag: etag,
    "X-Repo-Commit": COMMIT,
    ...range,
    ...headers,
  });
  response.end(file.subarray(start));
}

/**
 * Sends the first bytes of what is asked for and cuts the connection once they have been stored.
 *
 * @param part where the client stores what has not wholly arrived
 */
export function breakAfter(bytes: number, times: number, part: string): Answer {
  let left = times;
  return (request, response, file) => {
    if (left-- <= 0 || !file) return false;
    const etag = `"${sha256(file)}"`;
    const start = startOf(request, etag);
    const range = start > 0 ? { "Content-Range": `bytes ${start}-${file.length - 1}/${file.length}` } : {};
    response.writeHead(start > 0 ? 206 : 200, { "Content-Length": file.length - start, ETag: etag, ...range });
    response.write(file.subarray(start, start + bytes));
    const waiting = setInterval(() => {
      if (read(part)?.length !== start + bytes) return;
      clearInterval(waiting);
      response.destroy();
    }, 10);
    return true;
  };
}

export const page: Answer = (_request, response) => {
  response
    .writeHead(200, { "Content-Type": "text/html" })
    .end("<!DOCTYPE html><title>Sign in to the hotel's network</title>");
  return true;
};

export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (_request, response) => {
    response.writeHead(code, headers).end();
    return true;
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function startOf(request: IncomingMessage, etag: string): number {
  const condition = request.headers["if-range"];
  if (condition !== undefined && condition !== etag) return 0;
  return Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
