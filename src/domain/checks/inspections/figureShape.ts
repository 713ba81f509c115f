import { fromDecimal } from '../../../kernel/rational'
import { itemOf, type FigureId } from '../../measures/item'
import { isNumeric, type Measure } from '../../measures/measure'
import type { Fault, Inspection, Look } from '../inspection'

const NEGATIVE: Pick<Fault, 'kind' | 'detail' | 'remedy'> = { kind: 'logic', detail: '这一项一般不会是负数。', remedy: '检查正负号；冲回、收回形成的负数，在“说明”中写明。追减填正数。' }

function faultOf(text: string, counted: boolean): Fault | null {
  const value = fromDecimal(text)
  if (!value) return { kind: 'logic', severity: 'contradiction', equation: text, detail: '这里不是数字。', remedy: '改成数字；没有填 0，不涉及填“不涉及”。' }
  if (counted && value.n % value.d !== 0n)
    return { kind: 'logic', severity: 'contradiction', equation: `${text} 不是整数`, detail: '人、辆、批次、份数都是整数。', remedy: '核对这个数，看看是不是填错了格或单位。' }
  if (value.n < 0n) return { ...NEGATIVE, severity: counted ? 'contradiction' : 'suspicion', equation: `${text} < 0` }
  return null
}

const look = (id: FigureId, { name, kind }: Measure, fault: Fault): Look =>
  ({ check: `figureShape.${id}`, says: `${name}是${kind === 'count' ? '不小于 0 的整数' : '不小于 0 的数'}`, at: id, figures: [id], fault })

/** 数的样子: whole people and cars, no negative money where none can be. Every figure is looked at; only those amiss are worth a line. */
export const figureShape: Inspection = ({ evaluation, measures }) => {
  const found: Look[] = []
  for (const id in evaluation.answers) {
    const answer = evaluation.answers[id]!
    if (answer.kind !== 'given') continue
    const measure = measures.get(itemOf(id).measure)
    const fault = measure && isNumeric(measure) ? faultOf(answer.text, measure.kind === 'count') : null
    if (measure && fault) found.push(look(id, measure, fault))
  }
  return found
}
