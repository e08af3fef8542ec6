import { describe, expect, it } from "vitest";
import { LinkResolver } from "../../../src/pipeline/links";
import type { ParsedDocument } from "../../../src/pipeline/markdown/document";
import { MediaLibrary } from "../../../src/pipeline/media";
import { RelatedFinder } from "../../../src/pipeline/related";
import { catalogOf, documentAt } from "../../support/documents";

function finder(documents: readonly ParsedDocument[]) {
  const catalog = catalogOf(documents);
  const related = new RelatedFinder(catalog, new LinkResolver(catalog, new MediaLibrary("/nowhere", [])));
  return (path: string) => {
    const { related: found, faults } = related.find(catalog.at(path));
    return { ids: found.map(({ id }) => id), faults };
  };
}

describe("RelatedFinder", () => {
  it("puts the author's picks first, then articles that share the rarest tags", () => {
    const find = finder([
      documentAt("en/a.md", { related: ["faq/picked.md"], tags: ["Money", "refund"] }),
      documentAt("en/faq/picked.md", { tags: ["money"] }),
      documentAt("en/b.md", { tags: ["money"] }),
      documentAt("en/c.md", { tags: ["money", "REFUND"] }),
      documentAt("en/z.md", { tags: ["refund"] }),
      documentAt("en/e.md", { tags: ["money"] }),
      documentAt("en/none.md", { tags: ["other"] }),
      documentAt("zh/c.md", { tags: ["money", "refund"] }),
    ]);
    expect(find("en/a.md")).toEqual({ ids: ["en/faq/picked", "en/c", "en/z", "en/b"], faults: [] });
  });

  it("shows every pick, even more than the usual number", () => {
    const names = ["b", "c", "d", "e", "f"];
    const find = finder([documentAt("en/a.md", { related: names }), ...names.map((n) => documentAt(`en/${n}.md`))]);
    expect(find("en/a.md").ids).toEqual(names.map((name) => `en/${name}`));
  });

  it("reports a pick that is no other article", () => {
    const find = finder([documentAt("en/a.md", { related: ["gone.md", "a.md"] })]);
    const fault = {
      code: "broken-related",
      severity: "error",
      file: "en/a.md",
      line: 1,
      expected: "the path of another article under `related`",
    };
    expect(find("en/a.md")).toEqual({
      ids: [],
      faults: [
        { ...fault, found: "gone.md" },
        { ...fault, found: "a.md" },
      ],
    });
  });

  it("offers no hidden article for its tags", () => {
    const find = finder([documentAt("en/a.md", { tags: ["x"] }), documentAt("en/b.md", { tags: ["x"], hidden: true })]);
    expect(find("en/a.md").ids).toEqual([]);
  });

  it("looks at no more articles the larger the crowd that shares a tag", () => {
    const looks = (size: number) => {
      const catalog = catalogOf(Array.from({ length: size }, (_, n) => documentAt(`en/${n}x.md`, { tags: ["all"] })));
      const related = new RelatedFinder(catalog, new LinkResolver(catalog, new MediaLibrary("/nowhere", [])));
      let seen = 0;
      for (const article of catalog.articles) {
        const { id } = article;
        const get = () => {
          seen++;
          return id;
        };
        Object.defineProperty(article, "id", { get });
      }
      related.find(catalog.at("en/0x.md"));
      return seen;
    };
    expect(looks(2000)).toBe(looks(500));
  });
});
