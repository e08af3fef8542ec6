// The interface knows storage only through the client.
export type { ChangedArticle, KeptSection, KnownRelease } from "../../storage/database";
export { createKeptStore, type KeptStore } from "../../storage/kept-store";
