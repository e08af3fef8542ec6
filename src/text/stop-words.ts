/**
 * Words that frame a question without saying what it is about. They are rare in help texts ("I", "my",
 * 怎么), so their inverse document frequency would make them the weightiest words of a long question.
 * Folded, before stemming; Chinese ones as the bigrams that a question's frame leaves behind.
 */
const ENGLISH = `
a about above after again all also am an and any anybody anyone anything anyway are arent as at be because been
before being both but by can cannot cant could couldnt did didnt do does doesnt doing dont each either else even
ever every few for from further get gets getting go goes going gone got had hadnt has hasnt have havent having he
hello help her here hers hes hi him his how however i id if ill im in into is isnt it its itll ive just kind know
let lets like lot many may maybe me might mine more most much must my myself need needs no nobody none nor not
nothing now of off often on once one only or other our ours ourselves out over own please possible quite rather
really same say says shall she should shouldnt since so some somebody someone something sort still stuff such
sure tell than thank thanks that thats the their theirs them then there theres these they theyre theyve thing
things this those though through till to too try trying until up us very want wants was wasnt way we well were
werent weve what whats when where wheres whether which while who whom whose why will with within without wont
would wouldnt yes yet you your youre yours youve`;

const CHINESE = `
怎么 么办 怎样 样才 如何 何才 什么 么样 为什 为何 多少 哪里 哪个 哪些 在哪 是否 能不 不能 能否 可不 不可 可以 以吗 有没 没有
请问 想要 我想 我要 我的 你的 他的 的吗 了吗 了怎 的话 一下 下来 这个 那个 这种 那种 这样 那样 就是 不是 是不 还是 但是 因为 所以
如果 应该 需要 要不 知道 老是 总是 之后 以后 的时 时候 会不 不会 办法 么用 么才 么样 有什 么弄 咋办 请帮 帮我`;

const STOP_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${CHINESE}`.trim().split(/\s+/));

/** Han characters of which bigrams are mostly grammar: 的, 了, 吗, 么 and their like. */
const PARTICLES = /[的了吗么呢吧啊呀嘛啦我你您他她它们这那哪就也都还又很太把被让给啥咋]/;

/** Whether a folded word or bigram belongs to a question's frame. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Whether a bigram contains a grammatical particle, and so mostly straddles two words. */
export function hasParticle(gram: string): boolean {
  return PARTICLES.test(gram);
}
