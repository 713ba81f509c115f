/** Filler in front of a name. */
const LEAD = /^(?:[\s”“"'《》”]|其中|一是|二是|三是|四是|五是|另外?有?|以及|和|及|与|即|则|主要|包括|包含|含|涉及|用于|如|共有|共|全年|本年度?|当年|今年|年末|年初|截至|截止|年底|我[局委单部中办院区县市]位?门?心?|本[局委单部中办院]位?门?心?|根据.{0,10}?|现有|现|实际|安排|上述|以上|上年同期|上年度?|去年|上一年度?|同期|年度|各项|省级|\d{1,2}[.、]|[①-⑳]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)+/
/** Filler behind a name. */
const TAIL = /(?:[\s：:“”"]|为|是|(?<!节)约|大约|近|达到?|有|共计|共|合计为|总计为|(?<![合总共小])计|分别|各|了|的|等|资金(?=为|$)|支付了|发生|约为|均|在|即|只有?|仅|累计|已|实际|安排|完成|实现|列支|使用|核定|元|人民币)+$/
const YEARS = /(?:19|20)\d\d(?:年度?|-(?:19|20)\d\d年)?/g
const SLOT_WORDS = /(?:年初|全年|调整后?|当年|本年|批复|实际|决算|预算|执行|支付|累计)*(?:预算安排|预算|决算|执行)(?:支出)?(?:总额|总数|数额|金额|数|额)?(?:安排|批复)?$/

/** Names made plain: years, brackets, quotes, filler off; 因公出国（境）费 and 因公出国费 alike. */
export function plainName(words: string): string {
  let name = words.replace(YEARS, '').replace(/（[^（）]{0,12}）/g, '').replace(/[“”"‘’《》\s]/g, '').replace(/[（）]/g, '')
  for (let before = ''; before !== name;) {
    before = name
    name = name.replace(LEAD, '').replace(TAIL, '')
  }
  return name
}

/** A plain name without the words that say which budget or account: 支出决算为 → 支出; 全年预算数 → ''. */
export function coreName(words: string): string {
  const core = plainName(plainName(words).replace(SLOT_WORDS, ''))
  return core.replace(/(?:支出|收入)?(?:总额|金额|数额|数|额)$/, (tail) => (/^(支出|收入)/.exec(tail)?.[0] ?? ''))
}

/** Names that say nothing of their own: the item named before is meant. */
export const isGeneric = (core: string): boolean => core === '' || /^(?:支出|实际支出|收入|经费|预算|决算|资金|费用|总计|合计|共计|小计|实际|今年|上年|去年|本年|年|安排|数|执行|累计|(?:已|实际)?(?:支付|拨付|使用|支出)|实际执行|年初|年末|其)$/.test(core)
