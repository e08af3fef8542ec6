/** Where to cut, best first: between lines, after a sentence, after a clause, at a space. */
const CUTS = [/\n/g, /[.!?…]["'”’)]*(?=\s)|[。！？…][」』”’）]*/g, /[,;:](?=\s)|[，；：、]/g, /\s/g];

/** Cuts a text into pieces of at most `longest` UTF-16 units, at the best places there are. */
export function splitLongText(text: string, longest: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const at = bestCut(rest.slice(0, longest + 1), longest);
    const piece = rest.slice(0, at).trim();
    if (piece !== "") pieces.push(piece);
    rest = rest.slice(at).trimStart();
  }
  if (rest.trim() !== "") pieces.push(rest.trim());
  return pieces;
}

function bestCut(head: string, longest: number): number {
  for (const pattern of CUTS) {
    let best = 0;
    for (const match of head.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (end <= longest) best = end;
    }
    // A cut near the beginning would leave a passage too short to say anything.
    if (best >= longest / 3) return best;
  }
  const last = head.charCodeAt(longest - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return splitsPair ? longest - 1 : longest;
}
