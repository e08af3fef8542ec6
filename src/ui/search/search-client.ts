// The interface knows search only through these types; `src/client` owns them and the worker behind them.
export type { MeaningState, ReaderState, SearchClient, SearchPhase } from "../../client/search-client";
