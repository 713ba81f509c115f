import type { Relation } from '../checkup'
import { columnOf, type Line } from '../group'
import type { Mention } from '../mention'
import { isGeneric } from '../nameWords'
import { addable } from '../units'
import { isZero, plus, reckonSum } from './relate'
import { sumRelation, sumSlip } from './sums'

/** A line with more figures is no prose. */
const MOST_IN_LINE = 600
const CLOSES = /(?:共计|合计|总计|总共|一共|总量)(?:为|是|约|达)?$/
/** 共发放261万元, 三年累计投入370万元: may close a list, or speak of something else. */
const LOOSELY = /(?:^|[年项批次个笔，])(?:共|累计|总共)[^，。；：、\d]{0,4}$/
const ITEMS = /([两二三四五六七八九十]|\d{1,2})(?:项|类|个方面|部分|笔)[^，。；]{0,6}(?:共计|合计|总计)/
const DIGITS = '零一二三四五六七八九十'

const alike = (a: Mention, b: Mention): boolean => a.figure.quantity.kind === b.figure.quantity.kind && (a.figure.quantity.kind !== 'count' || addable(a.figure.quantity.unit, b.figure.quantity.unit))

/** A 30万元，B 20万元，合计50万元: a total that closes a list. */
function closing(line: Line, stated: Mention): readonly Relation[] {
  const clause = stated.clause
  const sure = CLOSES.test(clause)
  if ((!sure && !LOOSELY.test(clause)) || stated.figure.vague !== 'printed') return []
  const before = line.mentions.filter((one) => one.role === 'amount' && one.sentence === stated.sentence && one.depth === stated.depth && one.figure.start < stated.figure.start && alike(one, stated))
  const tries = before.map((_, i) => before.slice(i)).filter((parts) => parts.length > 1)
  // 收入30亿元，增长5%。加上转移性收入20亿元，收入合计50亿元。
  // 新增债券收入30万元 is an item of it, not a change.
  const items = line.mentions.filter((one) => (one.role === 'amount' || (one.role === 'change' && one.sign > 0)) && one.sentence === stated.sentence && one.depth === stated.depth && one.figure.start < stated.figure.start && alike(one, stated))
  const added = items[0] && /^(?:再)?加|加上/.test(items[0].clause) ? items : []
  if (added.length > 0) for (const one of line.mentions.filter(({ role, sentence, figure }) => role === 'amount' && sentence < stated.sentence && stated.sentence - sentence <= 2 && figure.start < stated.figure.start).slice(0, 8)) if (alike(one, stated)) tries.push([one, ...added])
  const good = tries.find((parts) => reckonSum({ figure: stated.figure, sign: 1 }, plus(parts.map(({ figure }) => figure))).verdict === 'holds')
  if (good) return [sumRelation({ figure: stated.figure, sign: 1 }, plus(good.map(({ figure }) => figure)))]
  if (!sure) return []
  const whole = { figure: stated.figure, sign: 1 } as const
  const listed = plus(before.map(({ figure }) => figure))
  // Without a count of items only a slip of the pen is proof.
  if (stated.figure.quantity.kind === 'money' && before.length > 1 && before.every(({ name }) => !isGeneric(name)) && stated.figure.quantity.value.length > 3 && sumSlip(whole, listed, reckonSum(whole, listed).computed)) return [sumRelation(whole, listed)]
  const said = ITEMS.exec(clause)?.[1]
  const count = said === undefined ? 0 : said === '两' ? 2 : /^\d+$/.test(said) ? Number(said) : DIGITS.indexOf(said)
  const parts = plus(before.slice(-count).map(({ figure }) => figure))
  if (count < 2 || parts.length !== count) return []
  return reckonSum(whole, parts).verdict === 'rounding' || sumSlip(whole, parts, reckonSum(whole, parts).computed) ? [sumRelation(whole, parts)] : []
}

/** 总预算746万元，基本支出456万元，其中…；项目支出290万元: parts that follow without a word. Only what comes out to the digit is taken for a sum. */
function following(line: Line): readonly Relation[] {
  return line.groups.flatMap((group, at) => {
    const whole = group.mentions.find(({ role }) => role === 'amount')
    if (!whole || isZero(whole.figure) || whole.figure.quantity.value.replace(/\D/g, '').length < 4 || whole.figure.vague !== 'printed') return []
    const rest: Mention[] = []
    for (let i = at + 1; i < line.groups.length && line.groups[i]!.sentence === group.sentence; i++) {
      const other = line.groups[i]!
      const one = other.depth === group.depth && other.kind === group.kind ? other.mentions.find(({ role }) => role === 'amount') : undefined
      if (one && alike(one, whole) && !isZero(one.figure)) rest.push(one)
    }
    const [first] = rest
    if (!first) return []
    // 基本支出 … 项目支出: the two may have their own parts between them.
    for (const second of rest.slice(1)) {
      const parts = plus([first.figure, second.figure])
      if (reckonSum({ figure: whole.figure, sign: 1 }, parts).verdict === 'holds') return [sumRelation({ figure: whole.figure, sign: 1 }, parts)]
    }
    // 基本支出 and 项目支出 make up a total by definition.
    const pair = [rest.find(({ name }) => /基本支出/.test(name)), rest.find(({ name }) => /(?:项目|专项)支出/.test(name))].filter((one) => one !== undefined)
    if (pair.length === 2 && /预算|支出|合计|总/.test(whole.clause) && !/基本|项目|专项/.test(whole.clause)) {
      const terms = plus(pair.map(({ figure }) => figure))
      const total = { figure: whole.figure, sign: 1 } as const
      if (sumSlip(total, terms, reckonSum(total, terms).computed)) return [sumRelation(total, terms)]
    }
    for (let k = 3; k <= Math.min(rest.length, 12); k++) {
      const parts = plus(rest.slice(0, k).map(({ figure }) => figure))
      if (reckonSum({ figure: whole.figure, sign: 1 }, parts).verdict === 'holds') return [sumRelation({ figure: whole.figure, sign: 1 }, parts)]
    }
    return []
  })
}

const STOCK: readonly RegExp[] = [/(?:年初|期初|上年|(?:19|20)\d\d年)(?:末|底)?(?:财政拨款|各类|累计)?(?:结转|结余)/, /收入/, /支出/, /(?:年末|期末)(?:财政拨款|各类|累计)?(?:结转|结余)/]

/** 年初结转 + 本年收入 − 本年支出 = 年末结转, said in one sentence with one amount each. What misses is told only where a slip of the pen explains it: other flows may lie between. */
function balances(line: Line): readonly Relation[] {
  const closings = line.mentions.filter(({ role, clause, figure }) => role === 'amount' && STOCK[3]!.test(clause) && figure.quantity.kind === 'money')
  return closings.flatMap((stock) => {
    const here = line.mentions.filter((one) => one.sentence === stock.sentence && one.depth === stock.depth && one.figure.quantity.kind === 'money' && one.figure.start < stock.figure.start)
    if (here.length !== 3 || here.some(({ role, figure }) => role !== 'amount' || figure.vague !== 'printed') || here.some(({ clause }, i) => !STOCK[i]!.test(clause))) return []
    const terms = here.map(({ figure }, i) => ({ figure, sign: i === 2 ? -1 : 1 } as const))
    const stated = { figure: stock.figure, sign: 1 } as const
    const { verdict, computed } = reckonSum(stated, terms)
    return verdict !== 'contradicted' || sumSlip(stated, terms, computed) ? [sumRelation(stated, terms)] : []
  })
}

const REST = /(?:收支|当年|本年|当期)(?:收支)?(?:结余|差额|盈余)(?:为)?$/

/** 收入90亿元，…支出80亿元，…本年收支结余10亿元: told where it comes out. */
function surplus(line: Line): readonly Relation[] {
  return line.mentions.flatMap((rest) => {
    if (rest.figure.quantity.kind !== 'money' || !REST.test(rest.clause) || isZero(rest.figure)) return []
    const before = line.mentions.filter((one) => one.role === 'amount' && one.figure.quantity.kind === 'money' && one.figure.start < rest.figure.start && one !== rest).reverse().slice(0, MOST_FLOWS)
    const of = (word: string): readonly Mention[] => before.filter(({ clause }) => clause.includes(word))
    for (const income of of('收入')) for (const spent of of('支出')) {
      const terms = [{ figure: income.figure, sign: 1 }, { figure: spent.figure, sign: -1 }] as const
      if (reckonSum({ figure: rest.figure, sign: 1 }, terms).verdict !== 'contradicted') return [sumRelation({ figure: rest.figure, sign: 1 }, terms)]
    }
    return []
  })
}

const MOST_FLOWS = 12

/** 年初预算520万元，追加80万元，调整后预算600万元. What misses is told only where a slip of the pen explains it. */
function adjustments(line: Line): readonly Relation[] {
  return line.mentions.flatMap((stated, at) => {
    if (stated.role !== 'amount' || columnOf(stated) !== 'adjusted' || stated.figure.vague !== 'printed') return []
    const [first, change] = line.mentions.slice(Math.max(0, at - 2), at)
    if (!first || !change || first.sentence !== stated.sentence || columnOf(first) !== 'original' || change.figure.quantity.kind !== 'money' || !/追加|调增|调整增加|调减|追减|核减|调整减少/.test(change.clause)) return []
    const terms = [{ figure: first.figure, sign: 1 }, { figure: change.figure, sign: /减/.test(change.clause) ? -1 : 1 }] as const
    const total = { figure: stated.figure, sign: 1 } as const
    const { verdict, computed } = reckonSum(total, terms)
    return verdict !== 'contradicted' || sumSlip(total, terms, computed) ? [sumRelation(total, terms)] : []
  })
}

const SCORE = /^[，、：（]?(?:自评|实际|评价)?得(?:分)?(?:为)?$/
const ALL_SCORES = /(?:总|综合|合计|最终|自评|评价)(?:得|评)?分(?:合计|总计)?(?:为)?$|^(?:合计|总计)(?:得分)?(?:为)?$/

/** 投入15分，得14分；过程35分，得33分；…总得分94分. What misses is told only where a slip of the pen explains it. */
function scoresOf(line: Line): readonly Relation[] {
  return line.mentions.flatMap((stated) => {
    if (stated.figure.quantity.unit !== '分' || !ALL_SCORES.test(stated.clause)) return []
    const parts = line.mentions.filter(({ figure, clause }) => figure.quantity.unit === '分' && figure.start < stated.figure.start && SCORE.test(clause))
    if (parts.length < 2) return []
    const total = { figure: stated.figure, sign: 1 } as const
    const terms = plus(parts.map(({ figure }) => figure))
    const { verdict, computed } = reckonSum(total, terms)
    return verdict !== 'contradicted' || sumSlip(total, terms, computed) ? [sumRelation(total, terms)] : []
  })
}

/** Sums that no 其中 announces. */
export const checkClosings = (lines: readonly Line[]): readonly Relation[] => lines.flatMap((line) => (line.mentions.length > MOST_IN_LINE ? [] : [...line.mentions.flatMap((mention) => (mention.role === 'amount' ? closing(line, mention) : [])), ...following(line), ...balances(line), ...surplus(line), ...adjustments(line), ...scoresOf(line)]))
