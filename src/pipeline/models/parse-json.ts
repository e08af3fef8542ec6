/**
 * @param file how the error calls the file
 * @throws Error naming the file, what was expected and what was found
 */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Nobody sees one in an editor, and what the parser says of it is no help.
    const found = text.startsWith("\uFEFF") ? "a byte order mark at its beginning" : (error as Error).message;
    throw new Error(
      `${file} cannot be read.\n  expected: JSON in UTF-8, without a byte order mark\n  found:    ${found}`,
    );
  }
}
