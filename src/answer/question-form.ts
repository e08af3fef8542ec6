/** What a question asks for, as far as its words tell. */
export interface QuestionForm {
  /** A number, a price, a date, a duration. */
  readonly amount: boolean;
  /** A way to do something. */
  readonly manner: boolean;
  readonly place: boolean;
  readonly reason: boolean;
  /** A yes or no: whether something may be, can be, is. */
  readonly whether: boolean;
}

const AMOUNT =
  /\b(?:how (?:much|many|long|often|old|big|large|fast|far|soon|late|high|heavy)|when|what (?:time|day|date|price)|price|cost|fee|limit|max(?:imum)?|minimum|deadline|size)\b|多少|多久|几|多大|多长|多远|何时|什么时候|什么时间|价格|费用|上限|期限|多快|收费/iu;
const MANNER =
  /\bhow (?:do|can|could|would|should|to|does|is|are|did)\b|\b(?:steps?|way|instructions?|guide|set ?up|install|configure)\b|怎么|怎样|如何|咋|步骤|方法|教程|设置|安装/iu;
const PLACE = /\bwhere\b|哪里|哪儿|在哪|何处|位置/iu;
const REASON = /\bwhy\b|\bhow come\b|\bwhat(?:'s| is) wrong\b|为什么|为何|怎么回事|原因|咋回事/iu;
const WHETHER =
  /^\s*(?:can|could|may|might|do|does|did|is|are|was|were|will|would|should|has|have|am)\b|吗|能不能|可不可以|是否|可以|能否|会不会|有没有|还能|行不行/iu;

/** @param question folded, see {@link ../text/fold} */
export function questionForm(question: string): QuestionForm {
  return {
    amount: AMOUNT.test(question),
    manner: MANNER.test(question),
    place: PLACE.test(question),
    reason: REASON.test(question),
    whether: WHETHER.test(question),
  };
}
