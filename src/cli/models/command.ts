import { UsageError } from "../options";
import { addModel } from "./add";
import { listModels } from "./list";
import { verifyModels } from "./verify";

export const MODELS_HELP = `pocket-help models list   [--content DIR] [--config FILE]
pocket-help models verify [--content DIR]
pocket-help models add MODEL --content DIR [--reader] [--dtype q8] [--revision main] [--id ID] [--hub URL]
                  [--query-prefix TEXT] [--passage-prefix TEXT]

  list             the models of the tool and of the content folder, and which ones are in use
  verify           compares every file of every model with its pinned SHA-256
  add MODEL        fetches a feature-extraction model into DIR/models and pins it. MODEL is an id of the
                   hub (Xenova/all-MiniLM-L6-v2), the address of a folder, or a folder
  --reader         MODEL finds answers in texts (question-answering): it goes in the reader's place
  --dtype TYPE     number format: q8 (default), fp32, fp16, int8, uint8, q4, q4f16, bnb4
  --revision REV   branch, tag or commit of the hub
  --id ID          what to call the model, in place of its id or folder name
  --hub URL        a mirror of the hub (default: HF_ENDPOINT, else https://huggingface.co)
  --query-prefix, --passage-prefix
                   what the model wants before a text, where it does not say so itself`;

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  list: listModels,
  verify: verifyModels,
  add: addModel,
};

/** @returns the exit code */
export async function models(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = commands[name ?? ""];
  if (!command)
    throw new UsageError(
      `${name === undefined ? "`models` wants to know what to do" : `there is no command "models ${name}"`}: ${Object.keys(commands).join(", ")}`,
    );
  return command(rest);
}
