/**
 * Pinyin printed in brackets behind the character it reads, as schoolbooks and some word processors
 * do: 當(dāng)今. Left in place it would cut the Han run in two and add a foreign word.
 */
const BRACKETED =
  /(?<=[\p{Script=Han}々〇])(?:[(（[［〔【]\s?[\p{Script=Latin}\p{M}\s'’·0-5]{1,48}[)）\]］〕】])+(?![\p{Script=Latin}\p{N}])/gu;

/** Syllables of standard Chinese without tones, by initial; wider than the real table, far narrower than English. */
const SYLLABLE = new RegExp(
  `^(?:${[
    "[bpm](?:[aiou]|ai|ei|ao|ou|an|en|ang|eng|ing|in|ian|iao|ie|iu)",
    "f(?:[aou]|ei|ou|an|en|ang|eng)",
    "[dt](?:[aeiu]|ai|ei|ao|ou|an|en|ang|eng|ong|ing|ia|ian|iao|ie|iu|un|uo|ui|uan)",
    "[nl](?:[aeiuvü]|ai|ei|ao|ou|an|en|ang|eng|ong|ing|in|ia|ian|iang|iao|ie|iu|un|uo|uan|ue|üe|ve)",
    "[gkh](?:[aeu]|ai|ei|ao|ou|an|en|ang|eng|ong|ua|uai|uan|uang|ui|un|uo)",
    "[jqx](?:[iuü]|ia|ian|iang|iao|ie|in|ing|iong|iu|uan|ue|un|üe)",
    "(?:zh|ch|sh|[zcsr])(?:[aeiu]|ai|ei|ao|ou|an|en|ang|eng|ong|ua|uai|uan|uang|ui|un|uo)",
    "y(?:[aeiou]|ao|ou|an|ang|in|ing|ong|uan|ue|un)",
    "w(?:[aou]|ai|ei|an|en|ang|eng)",
    "a|ai|ao|an|ang|e|ei|en|eng|er|o|ou",
  ].join("|")})+$`,
);
const TONE_MARK = /[\u0300\u0301\u0304\u030c]/;
const TONE_NUMBER = /^[a-zü]+[1-5]$/;

/** Unstressed particles carry no tone mark: only behind their own character are they taken for pinyin. */
const NEUTRAL: Readonly<Record<string, string>> = {
  吗: "ma",
  嗎: "ma",
  呢: "ne",
  吧: "ba",
  的: "de",
  地: "de",
  得: "de",
  了: "le",
  着: "zhe",
  著: "zhe",
  们: "men",
  們: "men",
  子: "zi",
  头: "tou",
  頭: "tou",
  过: "guo",
  過: "guo",
  么: "me",
  麼: "me",
}; // prettier-ignore

/** Half-open ranges of UTF-16 offsets that hold bracketed pinyin, ascending; the brackets included. */
export function pinyinRanges(text: string): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const groups = match[0].split(/[)）\]］〕】]/).filter((group) => group !== "");
    const before = text.charAt(match.index - 1);
    if (groups.every((group) => isPinyin(group.slice(1), before))) {
      ranges.push([match.index, match.index + match[0].length]);
    }
  }
  return ranges;
}

/** Whether a bracket's content reads the character before it: syllables, at least one of them with its tone. */
function isPinyin(content: string, before: string): boolean {
  const marked = content.normalize("NFD").toLowerCase();
  const words = marked.trim().split(/[\s'’·]+/);
  let toned = false;
  for (const word of words) {
    const numbered = TONE_NUMBER.test(word);
    const bare = word.replace(/[\u0300\u0301\u0304\u030c]/g, "").replace(/u\u0308/g, "ü");
    if (!SYLLABLE.test(numbered ? bare.slice(0, -1) : bare)) return false;
    toned ||= numbered || TONE_MARK.test(word);
  }
  return toned || (words.length === 1 && NEUTRAL[before] === words[0]);
}
