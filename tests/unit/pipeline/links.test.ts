import { describe, expect, it } from "vitest";
import { LinkResolver, type LinkStyle } from "../../../src/pipeline/links";
import type { ParsedDocument } from "../../../src/pipeline/markdown/document";
import { MediaLibrary } from "../../../src/pipeline/media";
import { catalogOf, documentAt, headings } from "../../support/documents";

const documents: ParsedDocument[] = [
  documentAt("en/orders/track.md", { title: "Where is my order?", headings: headings("By post", "By courier") }),
  documentAt("en/orders/index.md", { title: "Orders overview" }),
  documentAt("en/Returns/How to return.md"),
  documentAt("en/welcome.md"),
  documentAt("en/notes/Gift wrapping.md", { headings: headings("What it costs") }),
  documentAt("en/quiet/only.md", { hidden: true }),
  documentAt("zh/orders/track.md", { title: "我的订单在哪", headings: headings("快递") }),
  documentAt("zh/退货/如何退货.md"),
];

function resolver(more: readonly ParsedDocument[] = [], assets: readonly string[] = []) {
  const catalog = catalogOf([...documents, ...more]);
  const links = new LinkResolver(catalog, new MediaLibrary("/nowhere", assets));
  /** Where a link leads, in one word; or the fault in full. */
  const lead = (from: string, target: string, style?: LinkStyle) => {
    const found = links.resolve(catalog.at(from), target, style);
    switch (found.type) {
      case "article":
        return `${found.article.id}${found.anchor === "" ? "" : `#${found.anchor}`}`;
      case "section":
      case "media":
        return `${found.type} ${found.path}`;
      case "external":
        return found.url;
      case "broken":
        return found.fault;
    }
  };
  return { catalog, links, lead };
}

const FROM = "en/orders/track.md";

describe("a link leads to", () => {
  it.each([
    ["a file beside it", "index.md", "en/orders/overview"],
    ["a file in another folder", "../welcome.md", "en/welcome"],
    ["a path from the top of the language", "/welcome.md", "en/welcome"],
    ["a path from the top of the content", "/en/welcome.md", "en/welcome"],
    ["a path without extension", "../welcome", "en/welcome"],
    ["an .html page of another generator", "../welcome.html", "en/welcome"],
    ["a published address", "/en/returns/how-to-return/", "en/returns/how-to-return"],
    ["a published address without the language", "/returns/how-to-return/index.html", "en/returns/how-to-return"],
    ["a percent-encoded path", "../Returns/How%20to%20return.md", "en/returns/how-to-return"],
    ["a path in another case", "../returns/HOW TO RETURN.MD", "en/returns/how-to-return"],
    ["a path with a query", "../welcome.md?utm=x", "en/welcome"],
    ["an encoded Han path", "../../zh/%E9%80%80%E8%B4%A7/%E5%A6%82%E4%BD%95%E9%80%80%E8%B4%A7.md", "zh/退货/如何退货"],
    ["another language's folder", "/zh/orders/track.md", "zh/orders/track"],
    ["a folder's index", "../orders/", "en/orders/overview"],
    ["a folder without index: its section", "../Returns/", "section en/returns"],
    ["a section's address", "/en/returns", "section en/returns"],
    ["a Han section", "/zh/退货/", "section zh/退货"],
    ["home", "/", "section en"],
    ["home, from below", "../", "section en"],
    ["the contact page", "/contact/", "section en/contact"],
    ["the search page of another language", "/zh/search/", "section zh/search"],
    ["the name of a file anywhere", "gift wrapping", "en/notes/gift-wrapping"],
    ["itself", "#by-post", "en/orders/track#by-post"],
    ["its own top", "#", "en/orders/track"],
    ["its own top by name", "#top", "en/orders/track"],
  ])("%s: %s", (_, target, expected) => {
    expect(resolver().lead(FROM, target)).toBe(expected);
  });

  it("a file in the content folder, in any case", () => {
    const { lead } = resolver([], ["en/orders/Form.PDF", "images/map.png"]);
    expect(lead(FROM, "form.pdf")).toBe("media en/orders/form.pdf");
    expect(lead(FROM, "/images/map.png")).toBe("media images/map.png");
  });

  it("the reader's language first when a name has several articles", () => {
    const { lead } = resolver([documentAt("en/a/Prices.md"), documentAt("zh/a/Prices.md")]);
    expect(lead("zh/退货/如何退货.md", "prices")).toBe("zh/a/prices");
    expect(lead(FROM, "prices")).toBe("en/a/prices");
  });

  it("not just any folder's index when its own folder has none", () => {
    expect(resolver().lead("en/Returns/How to return.md", "index.md")).toEqual({
      code: "broken-link",
      expected: "the path of an article or file in the content folder",
      found: "index.md",
    });
  });

  it("no section that has no page, because all in it is hidden", () => {
    expect(resolver().lead(FROM, "../quiet/")).toMatchObject({ code: "broken-link" });
  });

  it("a folder whose section had to be renamed", () => {
    const { lead } = resolver([documentAt("en/contact/phone.md")]);
    expect(lead("en/contact/phone.md", "./")).toBe("section en/contact-section");
  });
});

describe("a link of another generator leads to", () => {
  const more = [
    documentAt("en/guides/create.md", { names: ["make-page", "/pages/new"], headings: headings("Now") }),
    documentAt("en/guides/02-pay.md"),
    documentAt("en/hc/360012345678-Refunds.md"),
    documentAt("en/tasks/_index.md", { hidden: true, passages: [] }),
    documentAt("en/tasks/stop.md"),
    documentAt("en/tasks/run.md"),
  ];

  it.each([
    ["an id beside it (Docusaurus)", "en/guides/02-pay.md", "make-page", "en/guides/create"],
    ["a slug, with an anchor", FROM, "/pages/new#now", "en/guides/create#now"],
    ["a name without its number", FROM, "../guides/pay", "en/guides/02-pay"],
    ["a path below the other site's base", FROM, "/docs/guides/create", "en/guides/create"],
    ["a path of a version of it", FROM, "/docs/v2.1/guides/create/", "en/guides/create"],
    ["a number of Zendesk", FROM, "/hc/en-us/articles/360012345678-Old-title", "en/hc/360012345678-refunds"],
    ["a neighbour, as a browser sees it from a folder of its own", "en/tasks/run.md", "../stop/", "en/tasks/stop"],
    ["a section whose page says nothing", "en/tasks/run.md", "_index.md", "section en/tasks"],
    ["the top, where a table of contents stood", FROM, "#table-of-contents", "en/orders/track"],
  ])("%s", (_, from, target, expected) => {
    expect(resolver(more).lead(from, target)).toBe(expected);
  });
});

describe("a note-taker's link leads to", () => {
  it.each([
    ["a note by its file name", "Gift wrapping", "en/notes/gift-wrapping"],
    ["a note by its title, question mark and all", "Where is my order?", "en/orders/track"],
    ["a heading by its text", "Gift wrapping#What it costs", "en/notes/gift-wrapping#what-it-costs"],
    ["the last of nested headings", "Where is my order?#By post#By courier", "en/orders/track#by-courier"],
    ["a heading of its own", "#By courier", "en/orders/track#by-courier"],
    ["a note before the section of that name", "how to return", "en/returns/how-to-return"],
  ])("%s: [[%s]]", (_, target, expected) => {
    expect(resolver().lead(FROM, target, { wiki: true })).toBe(expected);
  });

  it("a picture by its name, wherever it lies", () => {
    const { lead } = resolver([], ["attachments/Photo 1.png", "z/photo 1.png"]);
    expect(lead(FROM, "photo%201.png", { wiki: true })).toBe("media attachments/Photo 1.png");
    expect(lead(FROM, "photo%201.png")).toMatchObject({ code: "broken-link", found: "photo%201.png" });
  });
});

describe("an anchor", () => {
  it.each([
    ["exactly", "#by-courier"],
    ["in another case", "#By-Courier"],
    ["by the heading's text", "#By courier"],
    ["by the encoded text", "#By%20courier"],
  ])("is found %s", (_, target) => {
    expect(resolver().lead("en/welcome.md", `orders/track.md${target}`)).toBe("en/orders/track#by-courier");
  });

  it("is found in Han", () => {
    expect(resolver().lead("zh/退货/如何退货.md", "../orders/track.md#%E5%BF%AB%E9%80%92")).toBe(
      "zh/orders/track#快递",
    );
  });

  it("that is not there is reported with those that are", () => {
    const { lead } = resolver([documentAt("en/long.md", { headings: headings("1", "2", "3", "4", "5", "6", "7") })]);
    expect(lead(FROM, "#lost")).toEqual({
      code: "broken-anchor",
      expected: "a heading of en/orders/track.md (#by-post, #by-courier)",
      found: "#lost",
    });
    expect(lead(FROM, "../welcome.md#lost")).toEqual({
      code: "broken-anchor",
      expected: "a heading of en/welcome.md, which has none",
      found: "#lost",
    });
    expect(lead(FROM, "../long.md#lost")).toEqual({
      code: "broken-anchor",
      expected: "a heading of en/long.md (#1, #2, #3, #4, #5, #6, …)",
      found: "#lost",
    });
  });
});

describe("a broken link", () => {
  it.each(["../gone.md", "/en/nowhere/at-all/", "../../../etc/passwd", "50%.md"])(
    "is reported as written: %s",
    (target) => {
      expect(resolver().lead(FROM, target)).toEqual({
        code: "broken-link",
        expected: "the path of an article or file in the content folder",
        found: target,
      });
    },
  );
});

describe("old addresses", () => {
  const stub = (path: string, redirectTo: string) => documentAt(path, { redirectTo });

  it("lead to the article that names them, from wherever the link stands", () => {
    const { lead } = resolver([documentAt("en/a/new.md", { redirect: ["/en/orders/old.html"] })]);
    expect(lead(FROM, "/en/orders/old/")).toBe("en/a/new");
    expect(lead(FROM, "old.md")).toBe("en/a/new");
    expect(lead("en/welcome.md", "orders/old.html")).toBe("en/a/new");
  });

  it("of files that only point elsewhere are followed, along a chain", () => {
    const { lead } = resolver([
      stub("en/x/First stop.md", "second.md"),
      stub("en/x/second.md", "/welcome.md"),
      stub("en/x/away.md", "https://example.com/a b"),
    ]);
    expect(lead(FROM, "../x/First%20stop.md")).toBe("en/welcome");
    expect(lead(FROM, "/en/x/first-stop/")).toBe("en/welcome");
    expect(lead(FROM, "../x/away.md")).toBe("https://example.com/a%20b");
  });

  it("that lead in a circle are broken", () => {
    const { catalog, links, lead } = resolver([stub("en/x/one.md", "two.md"), stub("en/x/two.md", "one.md")]);
    expect(lead(FROM, "../x/one.md")).toMatchObject({ code: "broken-link" });
    for (const redirect of catalog.redirects) expect(links.followRedirect(redirect).type).toBe("broken");
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "https://"])("never lead to %s", (target) => {
    const { lead } = resolver([stub("en/x/bad.md", target)]);
    expect(lead(FROM, "../x/bad.md")).toEqual({
      code: "broken-link",
      expected: "a path in the content folder or a web address",
      found: target,
    });
  });
});
