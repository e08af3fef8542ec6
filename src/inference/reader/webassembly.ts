/** A module without content: magic number and version. */
const EMPTY = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

/** Why WebAssembly does not run here; nothing where it does. A policy, a device's setting or an old engine forbid it. */
export function webAssemblyRefusal(): string | undefined {
  if (typeof WebAssembly === "undefined") return "WebAssembly, which runs the reader, is not to be had on this device";
  try {
    new WebAssembly.Module(EMPTY);
    return undefined;
  } catch (error) {
    return `WebAssembly, which runs the reader, is forbidden here: ${String(error)}`;
  }
}
