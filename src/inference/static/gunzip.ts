/** Whether bytes are gzip by their first two; some hosts decompress `.gz` files on their own. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Decompresses gzip, in Node and in browsers alike.
 *
 * @throws TypeError when the data is damaged or cut off
 */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  // A view on shared memory would be refused; nobody passes one.
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const plain = source.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
