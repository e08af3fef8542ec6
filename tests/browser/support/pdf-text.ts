import { inflateSync } from "node:zlib";

interface PdfObject {
  readonly head: string;
  readonly stream?: Buffer;
}

type Glyphs = ReadonlyMap<string, string>;

/**
 * The text of every page of a PDF that Chromium printed, in the order in which it is drawn, without white space: the place
 * of each word is not read, so that lines and letters cannot be told apart.
 *
 * @throws Error for a file of another make
 */
export function pdfPages(file: Buffer): string[] {
  const objects = readObjects(file);
  const catalog = [...objects.values()].find(({ head }) => /\/Type\s*\/Catalog\b/.test(head));
  const root = catalog && reference(catalog.head, "Pages");
  if (root === undefined) throw new Error("The file has no pages that could be read.");
  const fonts = new Map<number, Glyphs>();
  return leaves(objects, root).map((page) => {
    const { head } = objects.get(page)!;
    const resources = inline(objects, head, "Resources");
    const contents = references(inline(objects, head, "Contents") || String(reference(head, "Contents")));
    const own = reference(head, "Contents");
    const streams = own !== undefined && objects.get(own)?.stream ? [own] : contents;
    return streams.map((id) => drawn(objects, objects.get(id)!, resources, fonts)).join("");
  });
}

function readObjects(file: Buffer): Map<number, PdfObject> {
  const text = file.toString("latin1");
  const objects = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b/g)) {
    const from = match.index + match[0].length;
    const streamAt = text.indexOf("stream", from);
    const endAt = text.indexOf("endobj", from);
    if (streamAt < 0 || streamAt > endAt) {
      objects.set(Number(match[1]), { head: text.slice(from, endAt) });
      continue;
    }
    const head = text.slice(from, streamAt);
    const begin = streamAt + (text.startsWith("stream\r\n", streamAt) ? 8 : 7);
    const length = Number(/\/Length (\d+)(?! 0 R)/.exec(head)?.[1] ?? text.indexOf("endstream", begin) - begin);
    const bytes = file.subarray(begin, begin + length);
    objects.set(Number(match[1]), { head, stream: head.includes("/FlateDecode") ? inflateSync(bytes) : bytes });
  }
  return objects;
}

function leaves(objects: ReadonlyMap<number, PdfObject>, id: number): number[] {
  const head = objects.get(id)?.head ?? "";
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(head)?.[1];
  return kids === undefined ? [id] : references(kids).flatMap((kid) => leaves(objects, kid));
}

/** What the operators of a stream draw, forms within it included. */
function drawn(
  objects: ReadonlyMap<number, PdfObject>,
  { stream }: PdfObject,
  resources: string,
  fonts: Map<number, Glyphs>,
): string {
  let text = "";
  let glyphs: Glyphs = new Map();
  const operators = /\/(\S+)\s+[\d.-]+\s+Tf|<([0-9A-Fa-f]+)>|\/(\S+)\s+Do\b/g;
  for (const [, font, shown, form] of (stream?.toString("latin1") ?? "").matchAll(operators)) {
    if (font !== undefined) {
      const id = Number(new RegExp(`/${font} (\\d+) 0 R`).exec(resources)?.[1]);
      if (!fonts.has(id)) fonts.set(id, glyphsOf(objects, id));
      glyphs = fonts.get(id)!;
    } else if (form !== undefined) {
      const object = objects.get(Number(new RegExp(`/${form} (\\d+) 0 R`).exec(resources)?.[1]));
      if (object?.head.includes("/Form"))
        text += drawn(objects, object, inline(objects, object.head, "Resources"), fonts);
    } else {
      // Fonts that are drawn number their glyphs with one byte, all others with two.
      const digits = [...glyphs.keys()][0]?.length ?? 4;
      for (const [code] of shown!.matchAll(new RegExp(`.{${digits}}`, "g")))
        text += glyphs.get(code.toUpperCase()) ?? "";
    }
  }
  // Some fonts give radicals in the place of characters.
  return text.normalize("NFKC").replace(/\s+/g, "");
}

/** What each glyph of a font stands for. */
function glyphsOf(objects: ReadonlyMap<number, PdfObject>, font: number): Glyphs {
  const id = reference(objects.get(font)?.head ?? "", "ToUnicode");
  const map = (id === undefined ? undefined : objects.get(id)?.stream?.toString("latin1")) ?? "";
  const glyphs = new Map<string, string>();
  for (const [, block] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, to] of block!.matchAll(/<(\w+)>\s*<(\w+)>/g)) glyphs.set(code!.toUpperCase(), characters(to!));
  }
  for (const [, block] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, first] of block!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let code = Number.parseInt(from!, 16), i = 0; code <= Number.parseInt(to!, 16); code++, i++) {
        const base = Number.parseInt(first!, 16) + i;
        glyphs.set(
          code.toString(16).padStart(from!.length, "0").toUpperCase(),
          characters(base.toString(16).padStart(4, "0")),
        );
      }
    }
  }
  return glyphs;
}

/** UTF-16 in hexadecimal digits. */
function characters(hex: string): string {
  return [...hex.matchAll(/.{4}/g)].map(([unit]) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}

/** A dictionary's entry, whether it stands there or in an object of its own. */
function inline(objects: ReadonlyMap<number, PdfObject>, head: string, name: string): string {
  const id = reference(head, name);
  if (id !== undefined) return objects.get(id)?.head ?? "";
  const at = head.indexOf(`/${name}`);
  return at < 0 ? "" : head.slice(at);
}

function reference(head: string, name: string): number | undefined {
  const match = new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(head);
  return match ? Number(match[1]) : undefined;
}

function references(text: string): number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
}
