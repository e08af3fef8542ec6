/** Open questions: with one of these and a second word, something is asked. */
const WH = /^(?:who|whom|whose|what|when|where|why|which|how)(?:['’](?:s|re|d|ll))?\s+\S/i;
/** Yes-or-no questions need a third word: "can opener" and "will template" are things. */
const YES_NO =
  /^(?:(?:can|could|will|would|shall|should|may|might|must|do|does|did|is|are|was|were|am|has|have|had)(?:n['’]t)?)\s+\S+\s+\S/i;
/** Where the word for what is asked stands in a Chinese sentence is free. */
const HAN_WORDS =
  /怎[么麼样樣]|如何|什[么麼]|甚麼|[为為]何|[为為]啥|哪|[谁誰]|几[个天次元件张点号岁楼]|幾[個天次元件張點號]|多少|多[久长大远快]|是否|能否|可否|有[没沒]有|([能会可要是用])不\1|[吗嗎]|[呢么麼]\s*$/;

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
/** From so many on, it is told rather than searched for. */
const MANY_WORDS = 4;
const MANY_HAN = 8;

/** Whether a text asks something in so many words: it ends in a question mark or uses a question word. Pure. */
export function isAsked(text: string): boolean {
  const asked = text.trim();
  if (/[?？]$/.test(asked)) return /[\p{L}\p{N}]{2}/u.test(asked);
  return WH.test(asked) || YES_NO.test(asked) || HAN_WORDS.test(asked);
}

/** Whether a text reads like a question to be answered, rather than words to be looked for. Pure. */
export function looksLikeQuestion(text: string): boolean {
  if (isAsked(text)) return true;
  const han = text.match(HAN)?.length ?? 0;
  if (han >= MANY_HAN) return true;
  const words = text.replace(HAN, " ").match(WORD)?.length ?? 0;
  return words >= MANY_WORDS;
}
