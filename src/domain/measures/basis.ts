/** 口径 (basis): which of the several figures of one measure is meant. */
export type Basis =
  | 'priorBudget'
  | 'priorActual'
  | 'originalBudget'
  | 'addition'
  | 'policyAddition'
  | 'reduction'
  | 'adjustedBudget'
  | 'carryIn'
  | 'fullYearBudget'
  | 'actual'
  | 'carryOut'
  | 'approved'
  | 'yearEnd'
  | 'inYear'

/** 资金口径 (fund): whose money a figure counts. */
export type Fund =
  | 'all'
  | 'fiscal'
  | 'general'
  | 'governmentFund'
  | 'stateCapital'
  | 'specialAccount'
  | 'own'

/** What a basis is called and means. */
export interface BasisTerm {
  /** As printed in column heads and formula names: 决算数. */
  readonly name: string
  /** Short column label for screen readers and tight places: 本年决算. */
  readonly label: string
  /** 口径 in one sentence. */
  readonly definition: string
}

/** Every basis with its name and 口径 (practice.md M2). */
export const BASES: { readonly [B in Basis]: BasisTerm } = {
  priorBudget: { name: '上年预算数', label: '上年预算', definition: '上一年度财政批复的年初预算数。' },
  priorActual: { name: '上年决算数', label: '上年决算', definition: '上一年度部门决算数。' },
  originalBudget: { name: '年初预算数', label: '年初预算', definition: '评价年度财政批复的年初部门预算数。' },
  addition: { name: '追加', label: '追加', definition: '年度执行中经批准增加的预算。' },
  policyAddition: { name: '政策性追加', label: '政策性追加', definition: '追加中因国家政策、不可抗力或交办任务发生的部分。' },
  reduction: { name: '追减', label: '追减', definition: '年度执行中经批准减少的预算，填正数。' },
  adjustedBudget: { name: '调整预算数', label: '调整预算', definition: '年初预算数 + 追加 − 追减，不含上年结转。' },
  carryIn: { name: '上年结转', label: '上年结转', definition: '年初结转和结余中转入本年使用的数额。' },
  fullYearBudget: { name: '全年预算数', label: '全年预算', definition: '调整预算数 + 上年结转；年初预算数已含上年结转的，不重复加。' },
  actual: { name: '决算数', label: '本年决算', definition: '评价年度全年执行数，以部门决算为准。' },
  carryOut: { name: '年末结转和结余', label: '年末结转', definition: '年末结转和结余数。' },
  approved: { name: '核定数', label: '核定数', definition: '有权部门核定、批准的数。' },
  yearEnd: { name: '年末数', label: '年末数', definition: '评价年度 12 月 31 日的数。' },
  inYear: { name: '本年数', label: '本年数', definition: '评价年度全年累计数。' },
}

/** Every fund with its name. 财政拨款 = 一般公共预算 + 政府性基金 + 国有资本经营 (practice.md M1). */
export const FUNDS: { readonly [F in Fund]: string } = {
  all: '全部资金',
  fiscal: '财政拨款',
  general: '一般公共预算',
  governmentFund: '政府性基金',
  stateCapital: '国有资本经营',
  specialAccount: '财政专户管理资金',
  own: '单位资金',
}

/** Which figure of last year's evaluation a basis repeats: last year's 决算数 is this year's 上年决算数, its close this year's opening. */
export const FROM_LAST_YEAR: { readonly [B in Basis]?: Basis } = {
  priorBudget: 'originalBudget',
  priorActual: 'actual',
  carryIn: 'carryOut',
}
