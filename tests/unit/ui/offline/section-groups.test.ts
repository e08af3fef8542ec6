import { describe, expect, it } from "vitest";
import type { KeptSection } from "../../../../src/client/offline/stores";
import { sectionGroups } from "../../../../src/ui/offline/section-groups";
import { manifestOf, packFile, packWith } from "../../../support/packs";

const packs = [packWith("en", "tools", "A"), packWith("en", "tools/hand", "B"), packWith("zh", "tools", "甲")];
const manifest = manifestOf(packs);
const kept = (n: number, at: number, sha256 = packFile(packs[n]!).sha256): KeptSection => ({
  key: `${packs[n]!.locale}/${packs[n]!.section}`,
  copy: {
    content: "0",
    file: { ...packFile(packs[n]!), sha256 },
    manifest: { version: 1, locale: "en", section: "", pack: packFile(packs[n]!), pages: [], media: [] },
    at,
  },
});
const states = (sections: readonly KeptSection[]) => sectionGroups(manifest, sections).map(({ state }) => state);

describe("sectionGroups", () => {
  it("puts what lies below a section with it, language by language", () => {
    expect(sectionGroups(manifest, []).map(({ locale, top, keys, bytes }) => [locale, top, keys, bytes])).toEqual([
      ["en", "tools", ["en/tools", "en/tools/hand"], packFile(packs[0]!).size + packFile(packs[1]!).size],
      ["zh", "tools", ["zh/tools"], packFile(packs[2]!).size],
    ]);
  });

  it("says how whole and how old the copy is", () => {
    const absent = { status: "absent" };
    expect(states([])).toEqual([absent, absent]);
    expect(states([kept(0, 9)])).toEqual([{ status: "unfinished" }, absent]);
    expect(states([kept(0, 9), { key: "en/tools/hand" }])).toEqual([{ status: "unfinished" }, absent]);
    expect(states([kept(0, 9), kept(1, 4)])).toEqual([{ status: "kept", at: 4 }, absent]);
    expect(states([kept(0, 9), kept(1, 4, "old")])).toEqual([{ status: "outdated", at: 4 }, absent]);
  });

  it("names a group after the section on top even when that has no articles of its own", () => {
    const [entry] = manifestOf([packs[1]!]).locales[0]!.sections;
    const groups = sectionGroups(
      { ...manifest, locales: [{ locale: "en", sections: [{ ...entry!, group: "All tools" }] }] },
      [],
    );
    expect(groups.map(({ title }) => title)).toEqual(["All tools"]);
  });
});
