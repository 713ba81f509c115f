import { add, compare } from '../../../kernel/rational'
import type { Relation } from '../checkup'
import type { Flow } from '../flow'
import type { Line } from '../group'
import type { Mention } from '../mention'
import { coreName, isGeneric } from '../nameWords'
import { isZero, plus, reckonSum, relationOf, words } from './relate'

const MOST_IN_LINE = 600
/** The total stands at most so many lines above. */
const MOST_ABOVE = 3

/** The part of a sentence that ends at a figure: back to the last ； or 。. */
const segmentOf = (flow: Flow, line: Line, { figure }: Mention): string => /[^；。]*$/.exec(flow.text.slice(line.start, figure.start))?.[0] ?? ''

const TOTAL = /(?:总额|总量|总数|总计|合计|规模|金额)$/

/**
 * 在预留的项目中采购3万元；在其他项目中采购2万元: what the words keep apart cannot be more together than the whole named above.
 * The whole must carry the word that both parts name (采购).
 */
function above(flow: Flow, lines: readonly Line[], line: Line): readonly Relation[] {
  if (!/其他[^，。；]{0,20}中[，：]/.test(line.text)) return []
  const said = line.mentions.flatMap((mention) => {
    if (mention.role !== 'amount' || mention.figure.quantity.kind !== 'money' || mention.figure.vague !== 'printed' || isZero(mention.figure)) return []
    const place = /在([^，。；]{2,30})中[，：]/.exec(segmentOf(flow, line, mention))?.[1]
    return place === undefined ? [] : [{ mention, rest: /^其他|其他/.test(place), noun: isGeneric(mention.name) ? '' : mention.name }]
  })
  return said.filter(({ rest }) => rest).flatMap((other) => {
    const named = said.filter((one) => !one.rest && one.mention.figure.start < other.mention.figure.start && one.noun !== '' && one.noun === other.noun)
    const largest = named.reduce<(typeof named)[number] | undefined>((most, one) => (most && compare(most.mention.figure.value, one.mention.figure.value) >= 0 ? most : one), undefined)
    if (!largest) return []
    const wholes = lines.slice(Math.max(0, line.index - MOST_ABOVE), line.index + 1).flatMap(({ mentions }) => mentions).filter((one) => one.role === 'amount' && one.figure.quantity.kind === 'money' && one.figure.start < largest.mention.figure.start && !isZero(one.figure) && coreName(one.clause).includes(other.noun) && (TOTAL.test(one.clause.replace(/（[^）]*）|为$|是$/g, '').trim()) || /总/.test(one.clause)))
    const [whole] = wholes
    if (!whole || compare(add(largest.mention.figure.interval.low, other.mention.figure.interval.low), whole.figure.interval.high) <= 0) return []
    const parts = [largest.mention.figure, other.mention.figure]
    const { computed, range } = reckonSum({ figure: whole.figure, sign: 1 }, plus(parts))
    return [relationOf('sum', whole.figure, parts, { verdict: 'contradicted', computed, ...(range ? { range } : {}) }, parts.map(words).join(' + '), { severity: 'suspicion', cause: '互不包含的两部分加起来比总数还大，可能有一项重复填写' })]
  })
}

/** Parts that exclude each other, above their whole. */
export const checkExclusives = (flow: Flow, lines: readonly Line[]): readonly Relation[] => lines.flatMap((line) => (line.row || line.mentions.length > MOST_IN_LINE ? [] : above(flow, lines, line)))
