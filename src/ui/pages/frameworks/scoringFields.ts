import type { Scoring } from '../../../domain/scoring/scoring'
import { STEP_MODES } from '../../../domain/scoring/settings'

/** One parameter of a way of scoring, as the form asks for it. */
export type ScoringField =
  /** Decimal text; `percent` is typed as 100 and kept as 1; `optional` may stay blank. */
  | { readonly kind: 'number' | 'percent' | 'text'; readonly key: string; readonly label: string; readonly optional?: true }
  | { readonly kind: 'choice'; readonly key: string; readonly label: string; readonly options: { readonly [value: string]: string } }
  | { readonly kind: 'flag'; readonly key: string; readonly label: string }
  /** A list of words, one a line. */
  | { readonly kind: 'lines'; readonly key: string; readonly label: string }
  | { readonly kind: 'rows'; readonly key: string; readonly label: string; readonly fields: readonly ScoringField[]; readonly blank: (n: number) => Entries }

/** Plain entries of a scoring or of one of its rows. */
export type Entries = { readonly [key: string]: unknown }

/** A way of scoring as the form offers it. */
export interface ScoringTerm {
  readonly name: string
  readonly hint: string
  readonly fields: readonly ScoringField[]
  /** What it begins as for an indicator of this weight. */
  readonly blank: (weight: string) => Entries
}

const settings = { notApplicable: 'ask', zeroDivisor: 'ask' } as const

/** What every way of scoring says besides. */
export const SETTING_FIELDS: readonly ScoringField[] = [
  { kind: 'choice', key: 'notApplicable', label: '不涉及时', options: { ask: '由人判断', full: '给满分', excluded: '不参与评分，分值分摊', zero: '不得分' } },
  { kind: 'choice', key: 'zeroDivisor', label: '除数为 0 时', options: { ask: '由人判断', notApplicable: '按不涉及', fullIfBothZero: '两项都是 0 给满分' } },
]

/** Every way of scoring with its parameters. */
export const SCORING_TERMS: { readonly [K in Scoring['kind']]: ScoringTerm } = {
  linearDeduction: {
    name: '按百分点扣分', hint: '达到标准给满分，每超过（低于）几个百分点扣几分，扣完为止。',
    fields: [
      { kind: 'choice', key: 'side', label: '哪边扣分', options: { above: '高于标准扣分', below: '低于标准扣分', both: '高于、低于都扣分' } },
      { kind: 'percent', key: 'standard', label: '标准（%）' }, { kind: 'percent', key: 'per', label: '每几个百分点' }, { kind: 'number', key: 'deduct', label: '扣几分' },
      { kind: 'choice', key: 'stepMode', label: '不足一档', options: STEP_MODES },
    ],
    blank: () => ({ kind: 'linearDeduction', side: 'above', standard: '1', per: '0.01', deduct: '0.5', stepMode: 'floor', ...settings }),
  },
  bandTable: {
    name: '分档计分', hint: '看结果落在哪一档。各档要首尾相接；下限、上限留空表示不限。',
    fields: [
      { kind: 'rows', key: 'bands', label: '档', blank: () => ({ points: '0' }), fields: [
        { kind: 'percent', key: 'from', label: '下限（%）', optional: true }, { kind: 'flag', key: 'fromIncluded', label: '含' },
        { kind: 'percent', key: 'to', label: '上限（%）', optional: true }, { kind: 'flag', key: 'toIncluded', label: '含' }, { kind: 'number', key: 'points', label: '得分' }] },
      { kind: 'number', key: 'ruleMost', label: '规则写的满分' },
    ],
    blank: (weight) => ({ kind: 'bandTable', ruleMost: weight, bands: [{ from: '0.9', fromIncluded: true, points: weight }, { to: '0.9', points: '0' }], ...settings }),
  },
  ratioOfWeight: {
    name: '按比例得分', hint: '结果（实际 ÷ 目标）乘以分值，不超过分值。',
    fields: [
      { kind: 'choice', key: 'direction', label: '方向', options: { positive: '越高越好：分值 × 结果', reverse: '越低越好：分值 ÷ 结果', reverseLinear: '越低越好：超过几成扣几成' } },
      { kind: 'percent', key: 'gate', label: '及格线（%，没有留空）', optional: true },
    ],
    blank: () => ({ kind: 'ratioOfWeight', direction: 'positive', ...settings }),
  },
  checklist: {
    name: '要点清单', hint: '符合一个要点得一份分；各要点的分合计应等于分值。',
    fields: [{ kind: 'rows', key: 'items', label: '要点', blank: (n) => ({ key: `p${n}`, text: '', points: '1' }), fields: [
      { kind: 'text', key: 'text', label: '要点' }, { kind: 'number', key: 'points', label: '分' }] }],
    blank: (weight) => ({ kind: 'checklist', items: [{ key: 'p1', text: '符合要求', points: weight }], ...settings }),
  },
  occurrences: {
    name: '按次扣分', hint: '每出现一例扣几分，扣完为止。',
    fields: [{ kind: 'number', key: 'deduct', label: '每例扣几分' }, { kind: 'lines', key: 'of', label: '哪些情形（一行一种）' }],
    blank: () => ({ kind: 'occurrences', deduct: '1', of: ['不符合规定的情形'], ...settings }),
  },
  externalScore: {
    name: '外部考核分折算', hint: '别的部门的考核得分 ÷ 满分 × 分值。',
    fields: [{ kind: 'text', key: 'by', label: '谁考核' }, { kind: 'number', key: 'most', label: '考核满分' }],
    blank: () => ({ kind: 'externalScore', most: '100', by: '绩效办', ...settings }),
  },
  tiers: {
    name: '分级判断', hint: '由人选一档；写了“最低分”的档可以在区间内给分。',
    fields: [{ kind: 'rows', key: 'tiers', label: '档', blank: () => ({ label: '', points: '0' }), fields: [
      { kind: 'text', key: 'label', label: '名称' }, { kind: 'number', key: 'points', label: '得分（最高）' }, { kind: 'number', key: 'least', label: '最低分', optional: true }] }],
    blank: (weight) => ({ kind: 'tiers', tiers: [{ label: '好', points: weight }, { label: '一般', points: '0' }], ...settings }),
  },
  subindicators: {
    name: '自拟指标', hint: '由单位自己列指标，分值合计等于本项分值。',
    fields: [{ kind: 'lines', key: 'suggested', label: '建议的名称（一行一个）' }],
    blank: () => ({ kind: 'subindicators', suggested: ['产出指标'], ...settings }),
  },
}
