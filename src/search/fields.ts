/** The fields of a passage that are searched, in the order in which the index stores them. */
export const FIELDS = ["title", "asked", "about", "headings", "body"] as const;
export type Field = (typeof FIELDS)[number];
export const FIELD_COUNT = FIELDS.length;
/** Index of the body among {@link FIELDS}: the only field that all passages of an article share out. */
export const BODY = FIELDS.indexOf("body");
export const TITLE = FIELDS.indexOf("title");
