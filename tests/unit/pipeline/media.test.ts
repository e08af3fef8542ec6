import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { MediaLibrary } from "../../../src/pipeline/media";
import { folderWith } from "../../support/folders";
import { png } from "../../support/png";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function library(files: Record<string, string | Uint8Array>) {
  return new MediaLibrary(await folderWith(files), Object.keys(files));
}

describe("MediaLibrary", () => {
  it("names a picture by its content and measures it", async () => {
    const bytes = png(640, 480);
    const media = await library({ "img/My Photo.PNG": bytes });
    expect(await media.use("img/my photo.png")).toEqual({
      source: "img/My Photo.PNG",
      path: `media/my-photo-${sha256(bytes).slice(0, 10)}.png`,
      sha256: sha256(bytes),
      size: bytes.length,
      width: 640,
      height: 480,
    });
  });

  it("measures SVG by its attributes or its view box, and gives no size to what cannot be measured", async () => {
    const media = await library({
      "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="30.4" height="20"/>',
      "b.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"/>',
      "broken.png": "no picture",
      "film.mp4": "film",
    });
    const size = async (path: string) => {
      const file = await media.use(path);
      return [file?.width, file?.height];
    };
    expect(await size("a.svg")).toEqual([30, 20]);
    expect(await size("b.svg")).toEqual([60, 40]);
    expect(await size("broken.png")).toEqual([undefined, undefined]);
    expect(await size("film.mp4")).toEqual([undefined, undefined]);
  });

  it("takes only what is used, once, and gives its bytes", async () => {
    const media = await library({ "a.txt": "A", "b.txt": "B", "图片 1.txt": "C" });
    const a = await media.use("a.txt");
    expect(await media.use("A.TXT")).toBe(a);
    expect((await media.use("图片 1.txt"))?.path).toMatch(/^media\/图片-1-[0-9a-f]{10}\.txt$/);
    expect(await media.use("gone.txt")).toBeUndefined();
    expect(media.used().map(({ source }) => source)).toEqual(["a.txt", "图片 1.txt"]);
    expect(Buffer.from(await media.bytes(a!)).toString()).toBe("A");
  });

  it("knows files by their bare name, the first in order", async () => {
    const media = await library({ "a/Photo.png": "", "b/photo.png": "" });
    expect([media.named("photo.PNG"), media.named("gone.png")]).toEqual(["a/Photo.png", undefined]);
  });
});
