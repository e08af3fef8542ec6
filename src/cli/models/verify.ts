import { verifyModel } from "../../pipeline/models/verify-model";
import { parseOptions } from "../options";
import { count } from "../terminal";
import { knownModels } from "./known-models";

/** @returns the exit code: 1 when a file is not as it was pinned */
export async function verifyModels(args: readonly string[]): Promise<number> {
  const { values } = parseOptions(args, { content: { type: "string" } });
  const known = await knownModels(values.content);
  let wrong = 0;
  for (const { model, folder } of known) {
    for (const { file, expected, found } of await verifyModel(folder, model)) {
      wrong++;
      console.log(`${file}\n    expected: ${expected}\n    found:    ${found}`);
    }
  }
  const files = known.reduce((sum, { model }) => sum + model.files.length, 0);
  const verdict = wrong === 0 ? "all as pinned" : `${count(wrong, "file")} not as pinned`;
  console.log(`${count(known.length, "model")}, ${count(files, "file")}: ${verdict}`);
  return wrong === 0 ? 0 : 1;
}
