import { compare, fromDecimal, multiply, powerOfTen, type Rational } from '../../../kernel/rational'
import type { Row } from '../../evaluation/evaluation'
import { parseTarget, type Target } from '../../forms/target'
import { cellId } from '../../measures/item'
import type { Fault, Inspection } from '../inspection'

const SCALES: { readonly [head: string]: number } = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/** 12.4 万件 and 124000 件 are the same: the number in the bare unit, and that unit. */
function scaled(text: string, unit: string): { readonly value: Rational; readonly unit: string } | null {
  const value = fromDecimal(text)
  const power = unit.length > 1 ? SCALES[unit[0]!] : undefined
  return value && (power === undefined ? { value, unit } : { value: multiply(value, { n: powerOfTen(power), d: 1n }), unit: unit.slice(1) })
}

const textOf = (row: Row, column: string): string => {
  const answer = row.cells[column]
  return answer?.kind === 'given' ? answer.text.trim() : ''
}

const UNREADABLE: Fault = { kind: 'logic', severity: 'hint', equation: '', detail: '目标里有数字，但读不出是多少。', remedy: '写成“≥90%”“≤350万元”“12月31日前”“1次/季”这样，一格一个目标。' }
const UNMET: Pick<Fault, 'kind' | 'severity' | 'detail' | 'remedy'> = { kind: 'plausibility', severity: 'suspicion', detail: '没有达到年度目标。', remedy: '核对完成数、单位和目标；确实没有完成的，在“说明”中写偏差原因和改进措施。' }
const OVER: Pick<Fault, 'kind' | 'severity' | 'detail' | 'remedy'> = { kind: 'plausibility', severity: 'hint', detail: '超过年度目标三成及以上。', remedy: '核对完成数和单位；目标当初定得偏低的，在“说明”中写明原因。' }

function faultOf(figure: string, unit: string, target: Target | null, shown: string): Fault | null {
  if (target === null) return { ...UNREADABLE, equation: shown }
  if (target.kind !== 'bound') return null
  const done = scaled(figure, unit)
  const wanted = scaled(target.value, target.unit === '' ? unit : target.unit)
  if (!done || !wanted || done.unit !== wanted.unit) return null
  const sign = compare(done.value, wanted.value)
  const told = `完成 ${figure}${unit}，目标 ${shown}`
  // None where none is wanted (=0): more is no better.
  const most = target.sign === '<=' || (target.sign === '=' && wanted.value.n === 0n)
  if ((most ? sign > 0 : sign < 0) || (target.strict && sign === 0)) return { ...UNMET, equation: told }
  const [top, low] = [multiply(wanted.value, { n: 13n, d: 10n }), multiply(wanted.value, { n: 7n, d: 10n })]
  const over = most ? compare(done.value, low) <= 0 : compare(done.value, top) >= 0
  return over && sign !== 0 ? { ...OVER, equation: told } : null
}

/** 年度目标 against 完成数 (checks.md F14, F17; practice.md F25). */
export const targets: Inspection = ({ evaluation }) => (evaluation.tables['outcomes'] ?? []).flatMap((row) => {
  const [figure, unit, target] = ['figure', 'unit', 'target'].map((column) => textOf(row, column)) as [string, string, string]
  if (target === '' || figure === '') return []
  const at = cellId('outcomes', row.id, 'figure')
  return [{
    check: `target[${row.id}]`, says: `完成数达到年度目标：${textOf(row, 'task') || textOf(row, 'area') || '未写内容的一行'}`, at,
    figures: [at, cellId('outcomes', row.id, 'target')], fault: faultOf(figure, unit.normalize('NFKC'), parseTarget(target), target),
  }]
})
