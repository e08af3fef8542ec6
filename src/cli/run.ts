import { BUILD_HELP, build } from "./build";
import { CHECK_HELP, check } from "./check";
import { EVAL_HELP, evaluate } from "./eval/command";
import { KEY_HELP, key } from "./key";
import { MODELS_HELP, models } from "./models/command";
import { UsageError } from "./options";
import { packageVersion } from "./package-files";
import { SERVE_HELP, serve } from "./serve";

interface Command {
  readonly summary: string;
  readonly help: string;
  run(args: readonly string[]): Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  build: { summary: "turn a folder of Markdown into a help centre", help: BUILD_HELP, run: build },
  serve: { summary: "look at a built help centre", help: SERVE_HELP, run: serve },
  check: { summary: "find what is wrong in the content", help: CHECK_HELP, run: check },
  eval: { summary: "measure search with labelled questions", help: EVAL_HELP, run: evaluate },
  models: { summary: "list, verify and fetch models for search by meaning", help: MODELS_HELP, run: models },
  key: { summary: "make a key for sealed sections", help: KEY_HELP, run: key },
};

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(8)}${summary}`);
  return `pocket-help ${packageVersion()}\n\nUsage: pocket-help COMMAND [options]\n\n${lines.join("\n")}\n\n\`pocket-help COMMAND --help\` tells the options of one command.`;
}

/**
 * Runs a command line and says on standard error what went wrong.
 *
 * @returns the exit code: 0 done, 1 faults or failure, 2 a command line that makes no sense
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args);
  } catch (error) {
    const usage = error instanceof UsageError;
    console.error(`pocket-help: ${error instanceof Error ? error.message : String(error)}`);
    if (usage) console.error("Run `pocket-help --help` for the commands and their options.");
    return usage ? 2 : 1;
  }
}

async function dispatch(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    console.log(overview());
    return 0;
  }
  if (name === "--version" || name === "-v") {
    console.log(packageVersion());
    return 0;
  }
  const command = commands[name];
  if (!command)
    throw new UsageError(`there is no command ${JSON.stringify(name)}; there are ${Object.keys(commands).join(", ")}`);
  if (rest.includes("--help") || rest.includes("-h")) {
    console.log(command.help);
    return 0;
  }
  return command.run(rest);
}
