import { loadContent } from "../../../src/pipeline/load";
import { sectionPack } from "../../../src/pipeline/packs";
import { flatten } from "../../../src/pipeline/sections";
import { passageTexts } from "../../../src/search/passage-texts";
import { shippedEncoder } from "../../support/shipped-encoder";
import { type EncoderSpeed, type EncoderTexts, encoderSpeed } from "../page/encoder-speed";

/** The passages of a content folder, as an encoder gets them, and a question for each article. */
export async function encoderTexts(folder: string): Promise<EncoderTexts> {
  const content = await loadContent({ content: folder, audience: "public" });
  const packs = [...content.trees.values()].flatMap(flatten).map(sectionPack);
  return {
    passages: packs.flatMap(passageTexts),
    questions: packs.flatMap(({ articles }) => articles.map(({ title }) => `How do I ${title}?`)),
  };
}

/** The shipped encoder on this thread. */
export async function speedInNode(texts: EncoderTexts): Promise<EncoderSpeed> {
  return encoderSpeed(await shippedEncoder(), texts);
}
