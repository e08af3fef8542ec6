import type { Figure } from "./figures";
import { answersPart } from "./parts/answers";
import { buildPart } from "./parts/build";
import { encoderPart } from "./parts/encoder";
import { lighthousePart } from "./parts/lighthouse";
import { pageWeightPart } from "./parts/page-weight";
import { searchPart } from "./parts/search";
import { widgetPart } from "./parts/widget";
import type { Workspace } from "./support/workspace";

/** One group of measurements, run alone with `--only <name>`. */
export interface Part {
  readonly name: string;
  readonly about: string;
  measure(workspace: Workspace): Promise<readonly Figure[]>;
}

export const PARTS: readonly Part[] = [
  pageWeightPart,
  searchPart,
  encoderPart,
  answersPart,
  lighthousePart,
  widgetPart,
  buildPart,
];
