import { decimal, equals, HUNDRED, multiply, toDecimalText } from '../../kernel/rational'
import type { Expression } from '../expression/expression'
import { percentText, valueText, type ValueStyle } from './award'
import { bandText } from './bandTable'
import type { ComputedScoring } from './computed'
import { isComputed, SCORING_KINDS, type Scoring } from './scoring'
import { STEP_MODES, type NotApplicableMode, type ZeroDivisorMode } from './settings'
import { WARNING_LEVELS } from './warning'

/** How a formula inside a rule is told. */
export type SayFormula = (formula: Expression) => string

const NOT_APPLICABLE: { readonly [M in NotApplicableMode]: string } = { full: '不涉及给满分', excluded: '不涉及不参与评分，分值分摊到其他指标', zero: '不涉及不得分', ask: '不涉及由人判断' }
const ZERO_DIVISOR: { readonly [M in ZeroDivisorMode]: string } = { ask: '除数为 0 由人判断', notApplicable: '除数为 0 按不涉及', fullIfBothZero: '两项都是 0 给满分' }
const SIDES = { above: '高于', below: '低于', both: '偏离' } as const
const DIRECTIONS = { positive: '分值 × 结果，超过 100% 按 100% 计', reverse: '不超过 100% 得满分，超过的按分值 ÷ 结果', reverseLinear: '不超过 100% 得满分，超过几成扣几成' } as const
const OVER_PRICE = { zero: '超出不得分', ratio: '超出的按标准 ÷ 实际', linear: '超过几成扣几成' } as const
const JOINED = { sum: '各行实际合计 ÷ 目标合计', byMoney: '各行完成率按资金加权', mean: '各行完成率平均' } as const

const TOGETHER = '各行分值合计等于本项分值'

const shareText = (share: string): string => percentText(decimal(share)).replace('.00%', '%')
const points = (text: string): string => `${text} 分`

/** A step as its rule says it: 1 个百分点, 5. */
const stepText = (per: string, style: ValueStyle): string => (style === 'percent' ? `${toDecimalText(multiply(decimal(per), HUNDRED))} 个百分点` : per)

function computedWords(scoring: ComputedScoring, weight: string, style: ValueStyle): readonly string[] {
  const value = (text: string): string => valueText(decimal(text), style)
  const scaled = (ruleMost: string): readonly string[] => (equals(decimal(ruleMost), decimal(weight)) ? [] : [`规则满分 ${ruleMost} 分，按分值 ${weight} 分折算`])
  switch (scoring.kind) {
    case 'linearDeduction':
      return [`标准 ${value(scoring.standard)}，每${SIDES[scoring.side]} ${stepText(scoring.per, style)}扣 ${scoring.deduct} 分，扣完为止`, STEP_MODES[scoring.stepMode]]
    case 'bandTable':
      return [scoring.bands.map((band) => `${bandText(band, style)} ${points(band.points)}`).join('；'), ...scaled(scoring.ruleMost)]
    case 'symmetricBand':
      return [`与 ${value(scoring.standard)} 相差 ${scoring.bands.map((band) => `${bandText(band, style)} ${points(band.points)}`).join('；')}`, ...scaled(scoring.ruleMost)]
    case 'ratioOfWeight':
      return [DIRECTIONS[scoring.direction], ...(scoring.gate === undefined ? [] : [`低于 ${shareText(scoring.gate)} 不得分，其余从及格线算起`]),
        ...(scoring.over === undefined ? [] : [`完成 ${shareText(scoring.over.from)} 及以上${scoring.over.treat === 'explain' ? '要说明原因，不扣分' : `按 ${shareText(scoring.over.share ?? '1')} 计`}`])]
    case 'equalTarget':
      return [decimal(scoring.target).n === 0n ? '目标为 0：没有发生得满分，发生了不得分' : `目标 ${value(scoring.target)}：按完成比例，最多满分`]
    case 'rangeTarget':
      return [`${value(scoring.from)}～${value(scoring.to)}（含两端）得满分`,
        ...(scoring.outside === 'zero' ? ['区间外不得分'] : [`区间外每 ${stepText(scoring.per ?? '0.01', style)}扣 ${scoring.deduct ?? '0'} 分，扣完为止`, STEP_MODES[scoring.stepMode ?? 'floor']])]
    case 'unitPrice':
      return [`不超过 ${value(scoring.standard)} 得满分`, OVER_PRICE[scoring.over]]
  }
}

function ownWords(scoring: Scoring, weight: string, say: SayFormula, style: ValueStyle): readonly string[] {
  if (isComputed(scoring)) return computedWords(scoring, weight, style)
  const within = (rule: ComputedScoring, most: string, of: ValueStyle = 'percent'): string => [SCORING_KINDS[rule.kind], ...computedWords(rule, most, of)].join('，')
  switch (scoring.kind) {
    case 'caseTable':
      return [...scoring.cases.map(({ label, when, points: worth }) => `${label}（${say(when)}）${points(worth)}`), `${scoring.otherwise.label} ${points(scoring.otherwise.points)}`,
        ...(equals(decimal(scoring.ruleMost), decimal(weight)) ? [] : [`规则满分 ${scoring.ruleMost} 分，按分值 ${weight} 分折算`])]
    case 'bestOf':
      return scoring.options.map(({ title, formula, valueStyle, scoring: rule }) => `${title}（${say(formula)}）：${within(rule, weight, valueStyle)}`)
    case 'checkpoints':
      return scoring.points.map(({ title, weight: most, formula, valueStyle, scoring: rule }) => `${title} ${points(most)}（${say(formula)}）：${within(rule, most, valueStyle)}`)
    case 'aggregate':
      return [JOINED[scoring.mode], within(scoring.rule, weight)]
    case 'checklist':
      return scoring.items.map(({ text, points: worth, fullWhenNotInvolved }) => `${text} ${points(worth)}${fullWhenNotInvolved ? '（不涉及也得分）' : ''}`)
    case 'occurrences':
      return [`每例扣 ${scoring.deduct} 分，扣完为止`, scoring.of.join('；')]
    case 'externalScore':
      return [`${scoring.by}得分 ÷ ${scoring.most} × 分值`]
    case 'tiers':
      return scoring.tiers.map(({ label, least, points: most }) => `${label} ${least === undefined ? '' : `${least}～`}${points(most)}`)
    case 'subindicators':
      return scoring.goals === undefined ? ['由单位自列', TOGETHER] : [`取自绩效目标表的${scoring.goals.dimensions.join('、')}`, TOGETHER, '达到指标值得满分，没有达到的按完成比例',
        `超过上限（≤）的${scoring.goals.ceiling === 'reverseLinear' ? '超过几成扣几成' : '按分值 × 目标 ÷ 完成'}`, ...(scoring.goals.gate === undefined ? [] : [`完成比例低于 ${shareText(scoring.goals.gate)} 不得分，其余从及格线算起`]),
        `定性指标：达成 80%～100%，部分达成 ${shareText(scoring.goals.partialFrom ?? '0.6')}～80%，未达成更少，由人给分`]
    case 'selectableGroup':
      return [`从 ${scoring.slots.join('、')} 中选 ${scoring.least}～${scoring.most} 项，平分分值`]
    case 'deadline':
      return [scoring.milestones.map(({ title, due }) => `${title}${due === undefined ? '' : ` ${due.replace('{year}', '评价年度')}`}`).join('；'),
        scoring.late === 'zero' ? '逾期不得分' : `每迟 ${scoring.per ?? '1'} 天扣 ${scoring.deduct ?? '0'} 分，不足的按一档`]
  }
}

/** 计分办法 of an indicator of that weight in words, a line each: what earns how much, and what is said of part steps, 不涉及, a divisor of 0 and 一票否决. Nothing of a rule is left unsaid. */
export function scoringWords(scoring: Scoring, weight: string, say: SayFormula, style: ValueStyle = 'percent'): readonly string[] {
  const { veto, warnings = [] } = scoring
  return [
    SCORING_KINDS[scoring.kind], ...ownWords(scoring, weight, say, style).filter((line) => line !== ''), NOT_APPLICABLE[scoring.notApplicable], ...(isComputed(scoring) ? [ZERO_DIVISOR[scoring.zeroDivisor]] : []),
    ...(veto ? [`一票否决：${veto.says}${veto.when ? `（${say(veto.when)}）` : '（由人判断）'}`] : []),
    ...warnings.map(({ level, says, when }) => `预警（不扣分）${WARNING_LEVELS[level]}：${says}（${say(when)}）`),
  ]
}
