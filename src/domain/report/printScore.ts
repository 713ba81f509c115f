import { decimal, divide, HUNDRED, multiply, subtract, sum, toDecimalText, toFixedText } from '../../kernel/rational'
import type { Judgements } from '../evaluation/judgement'
import type { Assessment, Line } from '../indicators/assessment'
import type { PrintedRun, Run, ScorePart } from './document'

type ScoreRun = Extract<Run, { kind: 'score' }>

/** What each part is called, in figures written as text and in what is not filled yet. */
export const SCORE_PARTS: { readonly [P in ScorePart]: string } = {
  points: '得分', weight: '分值', rate: '得分率', lost: '失分', value: '完成值', reason: '扣分原因', improvement: '改进措施',
}

/** Lines of a 一级、二级 or 三级指标 by its name; all for the empty name. */
export function linesOf(assessment: Assessment, name: string): readonly Line[] {
  if (name === '') return assessment.lines
  for (const key of ['dimension', 'group', 'title'] as const) {
    const found = assessment.lines.filter((line) => line.indicator[key] === name)
    if (found.length > 0) return found
  }
  return []
}

const total = (lines: readonly Line[], of: (line: Line) => string): string => toDecimalText(sum(lines.map((line) => decimal(of(line)))), 2)

/** Points without decimals that say nothing: 10.00 prints as 10 (practice.md §7). */
function numberOf(part: ScorePart, lines: readonly Line[]): string | null {
  const weight = total(lines, (line) => (line.state === 'excluded' ? '0' : line.weight))
  if (part === 'weight') return weight
  if (part === 'value') return lines.length === 1 ? lines[0]!.value : null
  if (lines.some((line) => line.points === null)) return null
  const points = total(lines, (line) => line.points ?? '0')
  if (part === 'points') return points
  if (part === 'lost') return toDecimalText(subtract(decimal(weight), decimal(points)), 2)
  const rate = divide(decimal(points), decimal(weight))
  return rate && `${toFixedText(multiply(rate, HUNDRED), 2)}%`
}

function wordsOf(part: 'reason' | 'improvement', lines: readonly Line[], author: Assessment['author'], judgements: Judgements): string | null {
  const judgement = lines.length === 1 ? judgements[lines[0]!.indicator.id]?.[author] : undefined
  const text = part === 'reason' ? judgement?.reason ?? judgement?.adjustment?.reason : judgement?.improvement
  return text === undefined || text.trim() === '' ? null : text.trim().replace(/[。；;.]+$/, '')
}

/** A bound score as it will be printed; one that is still open stays visible. */
export function printScore({ part, of }: ScoreRun, assessment: Assessment, judgements: Judgements): PrintedRun {
  const lines = linesOf(assessment, of)
  const source = `${of === '' ? '总分' : of}：${SCORE_PARTS[part]}`
  const open: PrintedRun = { kind: 'unfilled', source, text: `〔未填：${of === '' ? '' : `${of}的`}${SCORE_PARTS[part]}〕` }
  if (lines.length === 0) return open
  const text = part === 'reason' || part === 'improvement' ? wordsOf(part, lines, assessment.author, judgements) : numberOf(part, lines)
  if (text === null) return open
  const unit = part === 'points' || part === 'weight' || part === 'lost' ? '分' : ''
  return { kind: 'figure', source, text: text + unit }
}
