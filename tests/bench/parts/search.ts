import type { Part } from "../parts";
export const searchPart: Part = { name: "search", about: "", measure: async () => [] };
