import { forms } from '../../../catalog/forms/forms'
import type { FiguresScoring, Scoring } from '../../../domain/scoring/scoring'
import type { ComputedScoring } from '../../../domain/scoring/computed'
import { STEP_MODES } from '../../../domain/scoring/settings'
import { WARNING_LEVELS } from '../../../domain/scoring/warning'

/** One parameter of a way of scoring, as the form asks for it. */
export type ScoringField =
  /** Decimal text; `percent` is typed as 100 and kept as 1; `optional` may stay blank. */
  | { readonly kind: 'number' | 'percent' | 'text'; readonly key: string; readonly label: string; readonly optional?: true }
  /** In the measure of the indicator's value: typed as 100 and kept as 1 where it is a percentage, as it stands where it is a number, under the name `plain`. */
  | { readonly kind: 'value'; readonly key: string; readonly label: string; readonly plain: string; readonly optional?: true }
  | { readonly kind: 'choice'; readonly key: string; readonly label: string; readonly options: { readonly [value: string]: string } }
  | { readonly kind: 'flag'; readonly key: string; readonly label: string }
  /** A whole number. */
  | { readonly kind: 'whole'; readonly key: string; readonly label: string }
  /** A list of words, one a line. */
  | { readonly kind: 'lines'; readonly key: string; readonly label: string }
  /** 算式 or, with `condition`, what holds or does not. */
  | { readonly kind: 'formula'; readonly key: string; readonly label: string; readonly condition?: true; readonly optional?: true }
  /** A rule for one value, inside another rule. */
  | { readonly kind: 'rule'; readonly key: string; readonly label: string }
  /** Entries of their own, which may be absent as a whole unless `required`. */
  | { readonly kind: 'part'; readonly key: string; readonly label: string; readonly fields: readonly ScoringField[]; readonly blank: Entries; readonly required?: true }
  | { readonly kind: 'rows'; readonly key: string; readonly label: string; readonly fields: readonly ScoringField[]; readonly blank: (n: number) => Entries }

/** Plain entries of a scoring or of one of its rows. */
export type Entries = { readonly [key: string]: unknown }

/** A way of scoring as the form offers it. */
export interface ScoringTerm {
  readonly hint: string
  readonly fields: readonly ScoringField[]
  /** Fields that depend on what is entered, instead of `fields`. */
  readonly fieldsFor?: (entries: Entries) => readonly ScoringField[]
  /** What it begins as for an indicator of this weight. */
  readonly blank: (weight: string) => Entries
}

const settings = { notApplicable: 'ask', zeroDivisor: 'ask' } as const

/** 一票否决, asked of every way of scoring. */
const VETO: ScoringField = { kind: 'part', key: 'veto', label: '一票否决', blank: { says: '' }, fields: [
  { kind: 'text', key: 'says', label: '规则怎么说' }, { kind: 'formula', key: 'when', label: '什么情况下否决（如 在职人员数 > 编制数；留空由人判断）', condition: true, optional: true }] }

/** 预警, asked of every way of scoring. */
const WARNINGS: ScoringField = { kind: 'rows', key: 'warnings', label: '预警（不扣分）', blank: () => ({ level: 'yellow', says: '', when: { kind: 'number', text: '0' } }), fields: [
  { kind: 'choice', key: 'level', label: '亮什么灯', options: WARNING_LEVELS }, { kind: 'text', key: 'says', label: '提示什么' }, { kind: 'formula', key: 'when', label: '什么情况下（如 支出合计_决算数 / 支出合计_全年预算数 < 80%）', condition: true }] }

const OVER: ScoringField = { kind: 'part', key: 'over', label: '超额完成', blank: { from: '1.3', treat: 'explain' }, fields: [
  { kind: 'percent', key: 'from', label: '完成多少算超额（%）' }, { kind: 'choice', key: 'treat', label: '怎么处理', options: { explain: '要求说明原因，不扣分', reduce: '目标偏低，按比例计分' } },
  { kind: 'percent', key: 'share', label: '按几成计（%）', optional: true }] }

/** How a value is written. */
export const STYLE: ScoringField & { readonly kind: 'choice' } = { kind: 'choice', key: 'valueStyle', label: '结果写作', options: { percent: '百分比', number: '数' } }

const TABLES = forms.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])))
const tableOptions = Object.fromEntries(TABLES.map(({ table, formulaName, title }) => [table, formulaName ?? title ?? table]))
/** Columns of figures of a table, by their heads. */
const columnOptions = (table: unknown): { readonly [value: string]: string } =>
  Object.fromEntries((TABLES.find((one) => one.table === table)?.columns ?? []).filter(({ kind }) => kind === 'money' || kind === 'count').map(({ id, head }) => [id, head.replaceAll('{year}年', '本年').replaceAll('{year}', '本年')]))

/** What every way of scoring says besides. */
export const SETTING_FIELDS: readonly ScoringField[] = [
  { kind: 'choice', key: 'notApplicable', label: '不涉及时', options: { ask: '由人判断', full: '给满分', excluded: '不参与评分，分值分摊', zero: '不得分' } },
  { kind: 'choice', key: 'zeroDivisor', label: '除数为 0 时', options: { ask: '由人判断', notApplicable: '按不涉及', fullIfBothZero: '两项都是 0 给满分' } },
  VETO, WARNINGS,
]

const zero = { kind: 'number', text: '0' } as const
const byRatio = { kind: 'ratioOfWeight', direction: 'positive', ...settings } as const

/** Ways of scoring with formulas of their own. */
const BY_FIGURES: { readonly [K in FiguresScoring['kind']]: ScoringTerm } = {
  caseTable: {
    hint: '依次看各情形，第一个成立的给分；都不成立的按“其他”给分。',
    fields: [{ kind: 'rows', key: 'cases', label: '情形', blank: () => ({ label: '', when: zero, points: '0' }), fields: [{ kind: 'text', key: 'label', label: '名称' }, { kind: 'formula', key: 'when', label: '条件（如 支出合计_年末结转和结余 = 0）', condition: true }, { kind: 'number', key: 'points', label: '得分' }] },
      { kind: 'part', key: 'otherwise', label: '其他情形', required: true, blank: { label: '其他', points: '0' }, fields: [{ kind: 'text', key: 'label', label: '名称' }, { kind: 'number', key: 'points', label: '得分' }] }, { kind: 'number', key: 'ruleMost', label: '规则写的满分' }],
    blank: (weight) => ({ kind: 'caseTable', ruleMost: weight, cases: [{ label: '情形一', when: zero, points: weight }], otherwise: { label: '其他', points: '0' }, ...settings }),
  },
  bestOf: {
    hint: '几种算法各算一遍，取最高的。',
    fields: [{ kind: 'rows', key: 'options', label: '算法', blank: () => ({ title: '', formula: zero, scoring: byRatio }), fields: [{ kind: 'text', key: 'title', label: '名称' }, { kind: 'formula', key: 'formula', label: '算式' }, STYLE, { kind: 'rule', key: 'scoring', label: '怎么计分' }] }],
    blank: () => ({ kind: 'bestOf', options: [{ title: '算法一', formula: zero, scoring: byRatio }, { title: '算法二', formula: zero, scoring: byRatio }], ...settings }),
  },
  checkpoints: {
    hint: '各时点各有分值，相加得分。',
    fields: [{ kind: 'rows', key: 'points', label: '时点', blank: () => ({ title: '', weight: '0', formula: zero, scoring: byRatio }), fields: [{ kind: 'text', key: 'title', label: '名称' }, { kind: 'number', key: 'weight', label: '分值' }, { kind: 'formula', key: 'formula', label: '算式' }, STYLE, { kind: 'rule', key: 'scoring', label: '怎么计分' }] }],
    blank: (weight) => ({ kind: 'checkpoints', points: [{ title: '年底', weight, formula: zero, scoring: byRatio }], ...settings }),
  },
  aggregate: {
    hint: '明细表各行的完成情况合成一个完成率，再计分。',
    fields: [],
    fieldsFor: ({ table, mode }) => [
      { kind: 'choice', key: 'mode', label: '怎么合', options: { sum: '实际合计 ÷ 目标合计', byMoney: '按资金加权', mean: '各行平均' } },
      { kind: 'choice', key: 'table', label: '明细表', options: tableOptions }, { kind: 'choice', key: 'actual', label: '实际的栏', options: columnOptions(table) }, { kind: 'choice', key: 'target', label: '目标的栏', options: columnOptions(table) },
      ...(mode === 'byMoney' ? [{ kind: 'choice', key: 'money', label: '资金的栏', options: columnOptions(table) } as const] : []), { kind: 'rule', key: 'rule', label: '完成率怎么计分' },
    ],
    blank: () => ({ kind: 'aggregate', mode: 'sum', table: 'projects', actual: 'actual', target: 'adjustedBudget', rule: byRatio, ...settings }),
  },
}

/** Every way of scoring with its parameters. */
export const SCORING_TERMS: { readonly [K in Scoring['kind']]: ScoringTerm } = {
  linearDeduction: {
    hint: '达到标准给满分，每超过（低于）几个百分点（或多少）扣几分，扣完为止。',
    fields: [
      { kind: 'choice', key: 'side', label: '哪边扣分', options: { above: '高于标准扣分', below: '低于标准扣分', both: '高于、低于都扣分' } },
      { kind: 'value', key: 'standard', label: '标准（%）', plain: '标准' }, { kind: 'value', key: 'per', label: '每几个百分点', plain: '每多少' }, { kind: 'number', key: 'deduct', label: '扣几分' },
      { kind: 'choice', key: 'stepMode', label: '不足一档', options: STEP_MODES },
    ],
    blank: () => ({ kind: 'linearDeduction', side: 'above', standard: '1', per: '0.01', deduct: '0.5', stepMode: 'floor', ...settings }),
  },
  bandTable: {
    hint: '看结果落在哪一档。各档要首尾相接；下限、上限留空表示不限。',
    fields: [
      { kind: 'rows', key: 'bands', label: '档', blank: () => ({ points: '0' }), fields: [
        { kind: 'value', key: 'from', label: '下限（%）', plain: '下限', optional: true }, { kind: 'flag', key: 'fromIncluded', label: '含' },
        { kind: 'value', key: 'to', label: '上限（%）', plain: '上限', optional: true }, { kind: 'flag', key: 'toIncluded', label: '含' }, { kind: 'number', key: 'points', label: '得分' }] },
      { kind: 'number', key: 'ruleMost', label: '规则写的满分' },
    ],
    blank: (weight) => ({ kind: 'bandTable', ruleMost: weight, bands: [{ from: '0.9', fromIncluded: true, points: weight }, { to: '0.9', points: '0' }], ...settings }),
  },
  ratioOfWeight: {
    hint: '结果（实际 ÷ 目标）乘以分值，不超过分值。',
    fields: [
      { kind: 'choice', key: 'direction', label: '方向', options: { positive: '越高越好：分值 × 结果', reverse: '越低越好：分值 ÷ 结果', reverseLinear: '越低越好：超过几成扣几成' } },
      { kind: 'percent', key: 'gate', label: '及格线（%，没有留空）', optional: true },
      OVER,
    ],
    blank: () => ({ kind: 'ratioOfWeight', direction: 'positive', ...settings }),
  },
  checklist: {
    hint: '符合一个要点得一份分；各要点的分合计应等于分值。',
    fields: [{ kind: 'rows', key: 'items', label: '要点', blank: (n) => ({ key: `p${n}`, text: '', points: '1' }), fields: [
      { kind: 'text', key: 'text', label: '要点' }, { kind: 'number', key: 'points', label: '分' }] }],
    blank: (weight) => ({ kind: 'checklist', items: [{ key: 'p1', text: '符合要求', points: weight }], ...settings }),
  },
  occurrences: {
    hint: '每出现一例扣几分，扣完为止。',
    fields: [{ kind: 'number', key: 'deduct', label: '每例扣几分' }, { kind: 'lines', key: 'of', label: '哪些情形（一行一种）' }],
    blank: () => ({ kind: 'occurrences', deduct: '1', of: ['不符合规定的情形'], ...settings }),
  },
  externalScore: {
    hint: '别的部门的考核得分 ÷ 满分 × 分值。',
    fields: [{ kind: 'text', key: 'by', label: '谁考核' }, { kind: 'number', key: 'most', label: '考核满分' }],
    blank: () => ({ kind: 'externalScore', most: '100', by: '绩效办', ...settings }),
  },
  tiers: {
    hint: '由人选一档；写了“最低分”的档可以在区间内给分。',
    fields: [{ kind: 'rows', key: 'tiers', label: '档', blank: () => ({ label: '', points: '0' }), fields: [
      { kind: 'text', key: 'label', label: '名称' }, { kind: 'number', key: 'points', label: '得分（最高）' }, { kind: 'number', key: 'least', label: '最低分', optional: true }] }],
    blank: (weight) => ({ kind: 'tiers', tiers: [{ label: '好', points: weight }, { label: '一般', points: '0' }], ...settings }),
  },
  subindicators: {
    hint: '由单位自己列指标，分值合计等于本项分值。',
    fields: [{ kind: 'lines', key: 'suggested', label: '建议的名称（一行一个）' },
      { kind: 'part', key: 'goals', label: '由绩效目标表给出指标', blank: { dimensions: ['产出指标'], ceiling: 'reverse' }, fields: [
        { kind: 'lines', key: 'dimensions', label: '取哪些一级指标（一行一个）' }, { kind: 'choice', key: 'ceiling', label: '超过上限的（≤）', options: { reverse: '分值 × 目标 ÷ 完成', reverseLinear: '超过几成扣几成' } },
        { kind: 'percent', key: 'gate', label: '及格线（%，没有留空）', optional: true }, { kind: 'percent', key: 'partialFrom', label: '定性“部分达成”的下限（%，留空为 60）', optional: true }] }],
    blank: () => ({ kind: 'subindicators', suggested: ['产出指标'], ...settings }),
  },
  symmetricBand: {
    hint: '看结果与标准相差多少，不论高低。各档从 0 起首尾相接。',
    fields: [
      { kind: 'value', key: 'standard', label: '标准（%）', plain: '标准' },
      { kind: 'rows', key: 'bands', label: '相差的档', blank: () => ({ points: '0' }), fields: [
        { kind: 'value', key: 'from', label: '下限（%）', plain: '下限', optional: true }, { kind: 'flag', key: 'fromIncluded', label: '含' },
        { kind: 'value', key: 'to', label: '上限（%）', plain: '上限', optional: true }, { kind: 'flag', key: 'toIncluded', label: '含' }, { kind: 'number', key: 'points', label: '得分' }] },
      { kind: 'number', key: 'ruleMost', label: '规则写的满分' },
    ],
    blank: (weight) => ({ kind: 'symmetricBand', standard: '1', ruleMost: weight, bands: [{ from: '0', fromIncluded: true, to: '0.1', toIncluded: true, points: weight }, { from: '0.1', points: '0' }], ...settings }),
  },
  equalTarget: {
    hint: '目标为 0 时做到得满分，做不到不得分；目标大于 0 时按完成比例。',
    fields: [{ kind: 'value', key: 'target', label: '目标值（%）', plain: '目标值' }],
    blank: () => ({ kind: 'equalTarget', target: '0', ...settings }),
  },
  rangeTarget: {
    hint: '在区间内（含两端）得满分，区间外不得分或逐档扣分。',
    fields: [
      { kind: 'value', key: 'from', label: '下限（%）', plain: '下限' }, { kind: 'value', key: 'to', label: '上限（%）', plain: '上限' },
      { kind: 'choice', key: 'outside', label: '区间外', options: { zero: '不得分', deduct: '逐档扣分' } },
      { kind: 'value', key: 'per', label: '每几个百分点', plain: '每多少', optional: true }, { kind: 'number', key: 'deduct', label: '扣几分', optional: true },
      { kind: 'choice', key: 'stepMode', label: '不足一档', options: STEP_MODES },
    ],
    blank: () => ({ kind: 'rangeTarget', from: '0.9', to: '1.1', outside: 'deduct', per: '0.01', deduct: '0.5', stepMode: 'floor', ...settings }),
  },
  unitPrice: {
    hint: '不超过支出标准得满分；超过的不得分，或按超出多少折算。',
    fields: [{ kind: 'value', key: 'standard', label: '支出标准（%）', plain: '支出标准' }, { kind: 'choice', key: 'over', label: '超出时', options: { zero: '不得分', ratio: '分值 × 标准 ÷ 实际', linear: '超过几成扣几成' } }],
    blank: () => ({ kind: 'unitPrice', standard: '100', over: 'zero', ...settings }),
  },
  deadline: {
    hint: '按时完成得分；几个节点平分分值。目标日期写作 {year}-12-31，{year} 代表评价年度；留空由单位填。',
    fields: [
      { kind: 'rows', key: 'milestones', label: '时间节点', blank: (n) => ({ key: `m${n}`, title: '' }), fields: [{ kind: 'text', key: 'title', label: '名称' }, { kind: 'text', key: 'due', label: '目标日期', optional: true }] },
      { kind: 'choice', key: 'late', label: '迟延', options: { zero: '不得分', perDays: '按天数扣分' } },
      { kind: 'number', key: 'per', label: '每几天（不足按一档）', optional: true }, { kind: 'number', key: 'deduct', label: '扣几分', optional: true },
    ],
    blank: () => ({ kind: 'deadline', milestones: [{ key: 'm1', title: '按期完成', due: '{year}-12-31' }], late: 'zero', ...settings }),
  },
  selectableGroup: {
    hint: '从几类里选，选中的平分分值。',
    fields: [{ kind: 'lines', key: 'slots', label: '可选的名称（一行一个）' }, { kind: 'whole', key: 'least', label: '最少选几项' }, { kind: 'whole', key: 'most', label: '最多选几项' }],
    blank: () => ({ kind: 'selectableGroup', slots: ['经济效益', '社会效益', '生态效益'], least: 1, most: 3, ...settings }),
  },
  ...BY_FIGURES,
}

/** Ways of scoring one value, which may stand inside another rule. */
export const RULE_KINDS = ['linearDeduction', 'bandTable', 'ratioOfWeight', 'symmetricBand', 'equalTarget', 'rangeTarget', 'unitPrice'] as const satisfies readonly ComputedScoring['kind'][]

/** The fields of a way of scoring, for what is entered. */
export const fieldsOf = (entries: Entries): readonly ScoringField[] => {
  const term = SCORING_TERMS[entries['kind'] as Scoring['kind']]
  return term.fieldsFor?.(entries) ?? term.fields
}
