import { parsePage } from "../../client/trusted-types";
import type { SealedSite } from "../../client/vault";
import { ok, type Result } from "../../domain/result";
import type { VaultError } from "../../domain/vault";
import { decoded } from "../turning/decoded";
import { fileOf } from "./addresses";

/** Pages of the vault, with their pictures and media in them. */
export interface SealedPages {
  /** `undefined` for a page that the vault does not have. */
  html(page: URL, signal?: AbortSignal): Promise<Result<string | undefined, VaultError>>;
  /** Media of the page that was made last are taken out of memory. */
  clear(): void;
}

const ATTRIBUTES = ["src", "poster", "href"] as const;

/**
 * Pictures come as `data:` addresses, which the policy of every page allows. Video, sound and captions come as `blob:`
 * addresses, because browsers move about in those as in files; so do files to save.
 */
export function sealedPages(base: string, sealed: SealedSite): SealedPages {
  let blobs: string[] = [];
  const clear = () => {
    for (const address of blobs) URL.revokeObjectURL(address);
    blobs = [];
  };

  /** A picture that does not arrive leaves its place and its words. */
  const ownAddress = async (path: string, signal?: AbortSignal): Promise<string | undefined> => {
    const bytes = await sealed.read(path, signal);
    if (!bytes.ok || !bytes.value) return undefined;
    const type = sealed.typeOf(path) ?? "";
    // In a tab of its own an author's page would be one of the site's origin, with the site's policy.
    const blob = new Blob([bytes.value], { type: type === "text/html" ? "application/octet-stream" : type });
    if (blob.type.startsWith("image/")) return dataAddress(blob);
    const address = URL.createObjectURL(blob);
    blobs.push(address);
    return address;
  };

  const putMediaIn = async (element: Element, signal?: AbortSignal): Promise<void> => {
    for (const name of ATTRIBUTES) {
      const path = mediaPath(element.getAttribute(name), base);
      const own = path === undefined ? undefined : await ownAddress(path, signal);
      if (path === undefined || own === undefined) continue;
      element.setAttribute(name, own);
      // Opened by itself a file would leave the page; it is saved, under its own name.
      if (name === "href") element.setAttribute("download", path.slice(path.lastIndexOf("/") + 1));
    }
  };

  return {
    clear,
    async html(page, signal) {
      const read = await sealed.read(fileOf(page, base), signal);
      if (!read.ok || !read.value) return read.ok ? ok(undefined) : read;
      clear();
      const document = parsePage(new TextDecoder().decode(read.value));
      const elements = document.body.querySelectorAll("[src], [poster], a[href]");
      await Promise.all([...elements].map((element) => putMediaIn(element, signal)));
      return ok(`<!doctype html>${document.documentElement.outerHTML}`);
    },
  };
}

/** Path below the base of a file in the media folder. */
function mediaPath(address: string | null, base: string): string | undefined {
  return address?.startsWith(`${base}media/`) ? decoded(address.slice(base.length)) : undefined;
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(reader.result as string));
    reader.addEventListener("error", () => fail(reader.error));
    reader.readAsDataURL(blob);
  });
}
