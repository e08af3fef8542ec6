import type { AnswersSummary } from "../pipeline/models/site-answers";
import { formatBytes } from "./terminal";

/** How a site answers questions, and what that costs a device, in one line. */
export function answersLine(answers: AnswersSummary | undefined): string {
  if (!answers) return "Answers: none (answers.enabled is false)";
  const { threshold, fetch, reader } = answers;
  const shown = `shown from a probability of ${threshold}`;
  if (!reader) return `Answers: by scoring sentences, with nothing more to fetch; ${shown}`;
  const when = fetch === "automatic" ? "with the first question" : "when the person agrees";
  return (
    `Answers: by ${reader.id}; a device fetches ${formatBytes(reader.bytes)} (model and runtime, before the host ` +
    `compresses them), once, ${when}; ${shown}`
  );
}
