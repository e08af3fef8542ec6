import {
  MEANINGS_VERSION,
  type QueryEncoder,
  type QueryMeaning,
  type SectionMeanings,
  type StaticEncoder,
} from "../../domain/encoder";
import type { SectionPack } from "../../domain/pack";
import type { HubEncoder } from "../../inference/hub/hub-encoder";
import { sectionVectors } from "../../pipeline/models/section-vectors";
import { buildMeanings } from "../../search/build-meanings";

/** An encoder as the evaluation uses it, whatever runs it: what it gives is what a site's search gets of it. */
export interface EvalEncoder {
  /** Name and, where it has one, version. */
  readonly encoder: string;
  section(pack: SectionPack): Promise<SectionMeanings>;
  /** What the search index takes for a query. */
  query(text: string): Promise<QueryMeaning | QueryEncoder>;
  /** Encoders that compare further texts on the spot, for answers. */
  readonly table?: StaticEncoder;
}

/** The project's own kind of encoder, a table. */
export function tableForEval(table: StaticEncoder): EvalEncoder {
  return {
    encoder: table.encoder,
    table,
    section: async (pack) => buildMeanings(pack, table),
    query: async () => table.query,
  };
}

/** A model of the hub; passages are stored in 8 bits as a build stores them. */
export function hubForEval(encoder: string, hub: HubEncoder): EvalEncoder {
  const { dimensions } = hub;
  return {
    encoder,
    section: async (pack) => {
      // Nothing is kept: what is evaluated may be a folder that somebody is still working on.
      const vectors = await sectionVectors(pack, hub, new Map());
      return { version: MEANINGS_VERSION, encoder, dimensions, vectors };
    },
    query: async (text) => {
      const [vector = new Float32Array(dimensions)] = await hub.encode([text], "query");
      return { encoder, vector };
    },
  };
}
