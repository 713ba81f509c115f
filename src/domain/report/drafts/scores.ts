import { chineseNumeral } from '../../../kernel/chineseNumeral'
import { compare, decimal } from '../../../kernel/rational'
import type { Line } from '../../indicators/assessment'
import { BOTH_ZERO } from '../../indicators/scoreLine'
import type { Paragraph, Run, ScorePart } from '../document'
import { clauses, joined, say, sentence, type DraftFacts } from './facts'

const score = (part: ScorePart, of: string): Run => ({ kind: 'score', part, of })

/** The number of a point in a list: 一是 …; beyond 99 a plain one. */
const nth = (i: number): string => `${i < 99 ? chineseNumeral(i + 1) : String(i + 1)}是`

const AUTHOR = { self: '自评', review: '复核', evaluation: '评价' } as const

/** 评价得分: total, then each 一级指标 with its 得分率; a grade only where the framework has one. */
export function scoresDraft({ assessment, evaluation }: DraftFacts): readonly Paragraph[] {
  const dimensions = [...new Set(assessment.lines.map((line) => line.indicator.dimension))].filter((name) => name !== '')
  const word = AUTHOR[assessment.author]
  const total = sentence([
    say`按照《${evaluation.framework.title}》${word}，满分${score('weight', '')}，${word}得分${score('points', '')}`,
    assessment.grade === null ? [] : say`等级为“${assessment.grade}”`,
  ])
  const settled = assessment.lines.every((line) => line.points !== null)
  if (!settled || dimensions.length < 2) return [total]
  const parts = clauses('；', dimensions.map((name) => say`“${name}”${score('weight', name)}，得${score('points', name)}，得分率${score('rate', name)}`))
  return [joined([total, say`其中，${parts}。`])]
}

/** Lines that lost points, in the order of the framework. */
export const lostLines = ({ assessment }: DraftFacts): readonly Line[] => assessment.lines.filter((line) =>
  line.points !== null && line.state !== 'excluded' && compare(decimal(line.points), decimal(line.weight)) < 0)

/** Values that tell of no figure reached, also where points were given by hand. */
const NO_FIGURES: ReadonlySet<string> = new Set([BOTH_ZERO, '不涉及'])

/** 存在的问题 from lost points: what, how much of how much, the value reached, the reason where one is written. */
export function problemsDraft(facts: DraftFacts): readonly Paragraph[] {
  const { assessment, evaluation } = facts
  return lostLines(facts).map((line, i) => {
    const { title, id } = line.indicator
    const judgement = evaluation.judgements[id]?.[assessment.author]
    const because = (judgement?.reason ?? judgement?.adjustment?.reason ?? '').trim() !== ''
    return sentence([
      say`${nth(i)}“${title}”未得满分，分值${score('weight', title)}，得${score('points', title)}，失${score('lost', title)}`,
      line.indicator.formula === undefined || line.value === null || NO_FIGURES.has(line.value) ? [] : say`完成值为${score('value', title)}`,
      because ? say`原因是${score('reason', title)}` : [],
    ])
  })
}

/** 改进措施, one for each problem; what is not written yet stays visible. */
export const measuresDraft = (facts: DraftFacts): readonly Paragraph[] =>
  lostLines(facts).map((line, i) => say`${nth(i)}针对“${line.indicator.title}”失分，${score('improvement', line.indicator.title)}。`)
