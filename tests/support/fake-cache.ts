/** A cache in memory, for tests where the browser's is missing. Addresses are paths below one origin. */
export class FakeCache {
  readonly stored = new Map<string, Response>();

  async match(address: string): Promise<Response | undefined> {
    return this.stored.get(path(address))?.clone();
  }

  async put(address: string, response: Response): Promise<void> {
    this.stored.set(path(address), response);
  }

  async delete(address: string | Request): Promise<boolean> {
    return this.stored.delete(path(typeof address === "string" ? address : address.url));
  }

  async keys(): Promise<Request[]> {
    return [...this.stored.keys()].map((address) => new Request(`https://site.example${address}`));
  }

  /** As the code under test wants it. */
  get cache(): Cache {
    return this as unknown as Cache;
  }
}

function path(address: string): string {
  return new URL(address, "https://site.example").pathname;
}
