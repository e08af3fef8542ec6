/** How a fragment begins that names quoted words. Ids of articles never begin so. */
export const QUOTE_FRAGMENT = "#ph-quote=";
