import type { Answer, AnswerStage } from "../../domain/answer";
import type { AppError } from "../../domain/errors";
import { err, type Result } from "../../domain/result";
import type { SearchQuery } from "../../domain/search";
import type { SearchContext } from "../search/search-context";

/** Asks the worker. @returns `undefined` once the question was aborted */
export async function askClient(
  context: SearchContext,
  query: SearchQuery,
  signal: AbortSignal,
  onStage: (stage: AnswerStage) => void = () => undefined,
): Promise<Result<Answer, AppError> | undefined> {
  try {
    const client = await context.loadClient();
    if (signal.aborted) return undefined;
    return await client.ask(query, signal, onStage);
  } catch (reason) {
    return signal.aborted ? undefined : err({ code: "content-unreachable", detail: String(reason) });
  }
}
