import { foldText } from "../text/fold";
import type { QuestionForm } from "./question-form";

const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b|[一二三四五六七八九十两百千万](?![下些样般起定])/iu;
const MENU = /\S\s*[>→»›]\s*\S|\b(?:click|tap|choose|select|open|press|go to)\b|点击|点按|选择|打开|进入|按下|勾选/iu;
const MODAL =
  /\b(?:can|cannot|can't|may|must|not|only|no|yes|never|always|possible|allowed|free)\b|可以|不能|无法|不可|只能|必须|不支持|支持|不会|无需|免费|仅/iu;
const BECAUSE = /\b(?:because|since|due to|caused|means|usually|if|when)\b|因为|由于|原因|说明|表示|通常|如果/iu;
/** Columns: a letter takes one, a Han character two and a half. */
const SHORT = 24;
const LONG = 260;

/** What is seen of a sentence without understanding it. */
export interface Shape {
  /** How wide it is: a letter takes one column, a Han character two and a half. */
  readonly columns: number;
  /** It ends in a colon or a question mark: what comes next says it. */
  readonly leads: boolean;
}

export function shapeOf(text: string): Shape {
  let columns = 0;
  for (const character of text) columns += (character.codePointAt(0) as number) >= 0x2e80 ? 2.5 : 1;
  return { columns, leads: /[:：?？]$/.test(text) };
}

/** Whether a sentence looks like what is asked for, 1 or 0 each, and like a sentence at all. */
export function signsOf(text: string, form: QuestionForm, isStep: boolean) {
  const yes = (value: boolean): number => (value ? 1 : 0);
  const { columns } = shapeOf(text);
  const plain = foldText(text);
  const isMenu = MENU.test(plain);
  return {
    short: Math.max(0, 1 - columns / SHORT),
    long: Math.min(2, Math.max(0, columns / LONG - 1)),
    colon: yes(/[:：]$/.test(text)),
    asks: yes(/[?？]$/.test(text)),
    amountAndNumber: yes(form.amount && NUMBER.test(plain)),
    mannerAndStep: yes(form.manner && isStep),
    mannerAndMenu: yes(form.manner && isMenu),
    whetherAndModal: yes(form.whether && MODAL.test(plain)),
    reasonAndBecause: yes(form.reason && BECAUSE.test(plain)),
    placeAndMenu: yes(form.place && isMenu),
    step: yes(isStep),
  };
}
