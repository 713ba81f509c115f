import { FUNDS, type Basis, type Fund } from '../measures/basis'
import { itemIn, type ItemId } from '../measures/item'
import { isNumeric, type Measure } from '../measures/measure'

/** Reads which 数据项 the words in front of a figure name: none where that is not sure, several where measures share a name. */
export type ItemReader = (clause: string) => readonly ItemId[]

const BASIS_WORDS: readonly (readonly [RegExp, Basis])[] = [
  [/年初(?:部门)?预算(?:数|安排)?/, 'originalBudget'], [/(?:调整后?预算|预算调整)数?/, 'adjustedBudget'], [/全年预算数?/, 'fullYearBudget'],
  [/决算数?|全年执行数?|实际执行数?/, 'actual'], [/核定|核准|批复/, 'approved'], [/年末|实有|现有|实际/, 'yearEnd'],
]
/** With these words a figure is of another year, a change, a share, or no amount of the item. */
const OTHER = /上年|去年|以前年度|往年|比|较|增|减|降|占|人均|平均|每|约|超|不|累计|计划|目标/
const LEAD = /^(?:其中|我|本|该|全|单位|部门|机关|局|年度|年|的|共有|总共|全部|实际|[:：,，、]|其)+/
const TAIL = /(?:合计|总计|共计|总额|金额|数额|人数|数|共|计|为|是|达到|达|有|实际|完成|支出|收入|安排|[:：])$/

/** Without spaces and quotes, brackets of one kind: 因公出国(境)费 as 因公出国（境）费. */
const bare = (text: string): string => text.replace(/[\s“”"'‘’]/g, '').replaceAll('(', '（').replaceAll(')', '）')

/** The words, and the words without what may follow a name: 基本支出共计 names 基本支出, 人员经费支出 names 人员经费. */
function cuts(words: string): readonly string[] {
  const found = [words]
  for (let rest = words; TAIL.test(rest);) {
    rest = rest.replace(TAIL, '')
    found.push(rest)
  }
  return found
}

/** Measures by every name they go by; 在职人员数 goes by 在职人员 too. */
function measuresByName(measures: readonly Measure[]): ReadonlyMap<string, readonly Measure[]> {
  const byName = new Map<string, readonly Measure[]>()
  for (const measure of measures.filter(isNumeric)) {
    const printed = [measure.name, ...(measure.aliases ?? []), ...(measure.formulaName ? [measure.formulaName] : [])].map(bare)
    for (const name of new Set([...printed, ...printed.map((one) => one.replace(/(人|编制)?数$/, '$1')), ...printed.map((one) => one.replace(/^(在职|离休|退休|离退休)人员数?$/, '$1'))])) byName.set(name, [...(byName.get(name) ?? []), measure])
  }
  return byName
}

/** 财政拨款 and 财政拨款资金 alike, longest first. */
const FUND_LEADS = (Object.entries(FUNDS) as [Fund, string][]).filter(([fund]) => fund !== 'all')
  .flatMap(([fund, name]) => [...(fund === 'fiscal' ? [] : [[`${name}拨款`, fund], [`${name}财政拨款`, fund]] as const), [name, fund] as const])
  .sort(([a], [b]) => b.length - a.length)

/** A reader over the catalog's measures, for one year. Only whole names count: 财政拨款基本支出 is not 基本支出. */
export function itemReader(measures: readonly Measure[], year: number): ItemReader {
  const byName = measuresByName(measures)
  const named = (words: string): readonly Measure[] => cuts(words).map((name) => byName.get(name)).find((found) => found !== undefined) ?? []

  return (clause) => {
    // 水费、电费等公用经费: what stands before 等 only explains.
    const words = bare(clause).replace(/^.*等(?=.{3})/, '')
    const years = words.match(/(?:19|20)\d{2}(?=年)/g) ?? []
    if (years.some((one) => Number(one) !== year) || OTHER.test(words)) return []
    const ofYear = words.replace(/(?:19|20)\d{2}年度?/g, '')
    const stated = BASIS_WORDS.find(([pattern]) => pattern.test(ofYear))
    const led = (stated ? ofYear.replace(stated[0], '') : ofYear).replace(LEAD, '')
    const lead = FUND_LEADS.find(([name]) => led.startsWith(name))
    const whole = [...named(led), ...named(ofYear.replace(LEAD, ''))]
    const fund: Fund = whole.length > 0 || !lead ? 'all' : lead[1]
    // A plain 预算 may be any of three budgets.
    if (!stated && /预算/.test(lead ? led.slice(lead[0].length) : led)) return []
    const found = whole.length > 0 || !lead ? whole : named(led.slice(lead[0].length))
    return [...new Set(found.flatMap((measure) => {
      const basis = stated && measure.bases.includes(stated[1]) ? stated[1] : !stated && measure.kind === 'money' ? 'actual' : measure.bases.length === 1 ? measure.bases[0] : undefined
      return basis === undefined || !measure.bases.includes(basis) ? [] : [itemIn(measure, basis, fund)]
    }))]
  }
}
