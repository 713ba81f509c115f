/** What a column of an indicator table holds. */
export type ColumnRole = 'dimension' | 'group' | 'title' | 'weight' | 'definition' | 'points' | 'rule' | 'standard' | 'dataSource' | 'evidence' | 'formula'

/** What each role is called in the report. */
export const COLUMN_ROLES: { readonly [R in ColumnRole]: string } = {
  dimension: '一级指标', group: '二级指标', title: '三级指标', weight: '分值', definition: '指标解释', points: '评价要点', rule: '评分细则',
  standard: '评价标准', dataSource: '数据来源', evidence: '取证方式', formula: '计算公式',
}

const HEADS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['dimension', /^(一级|第一级)(指标|指标名称)?$/], ['group', /^(二级|第二级)(指标|指标名称)?$/], ['title', /^(三级|第三级|末级|具体|四级)(指标|指标名称)?$/],
  ['formula', /^(计算公式|公式|算式|计算方法|指标计算)$/],
  ['weight', /^(指标)?(分值|权重|标准分|满分|基准分|分数|权重分|分值权重|分值\(权重\)|权重\(分值\)|标准分值)(\(%\)|\(分\)|%)?$/],
  ['points', /^(评价|评分|考核|评审)?要点$/],
  ['rule', /^(评分|计分|扣分|得分|打分|赋分|评价评分|考核评分)(细则|标准|办法|方法|规则|说明|依据|标准及办法)$|^(评价|考核)(方法|办法|细则)$|^评分标准.*$/],
  ['standard', /^(评价|考核|指标|参考)标准(值)?$/], ['definition', /^(指标)?(解释|说明|内容|释义|含义|定义|指标解释|内涵)(及公式)?$|^指标(解释|说明)及(计算)?(公式|方法)$/],
  ['dataSource', /^(数据|资料|指标数据|证据)(来源|取得方式)(与.*)?$/], ['evidence', /^(取证|证据收集|佐证|评价|数据采集)(方式|材料|资料|手段)$|^佐证$/],
  ['title', /^(指标|指标名称|评价指标|考核指标|评价内容|考核内容|项目)$/],
]

const bare = (text: string): string => text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[\s:：]/g, '')

/** The role a head names, or null. */
export function roleOf(head: string): ColumnRole | null {
  const text = bare(head)
  return text === '' ? null : HEADS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

/** Where the head of a table stands, and what its columns hold. */
export interface TableHead {
  /** Last row of the head, counted from 0. */
  readonly row: number
  readonly roles: ReadonlyMap<ColumnRole, number>
  /** Columns of the head that hold nothing of a framework: 序号, 自评得分 … */
  readonly others: readonly { readonly column: number; readonly head: string }[]
  /** Columns that hold the weight of the level left of them. */
  readonly levelWeights: readonly number[]
}

function headAt(rows: readonly (readonly string[])[], row: number): TableHead | null {
  const roles = new Map<ColumnRole, number>()
  const others: { column: number; head: string }[] = []
  const weights: number[] = []
  const cells = rows[row] ?? []
  cells.forEach((text, column) => {
    const role = roleOf(text)
    if (role === 'weight') weights.push(column)
    else if (role && !roles.has(role)) roles.set(role, column)
    else if (bare(text) !== '' && !(role && cells[roles.get(role) ?? -1] === text)) others.push({ column, head: bare(text) })
  })
  if (!roles.has('title')) {
    // Two levels only: the lower one is what is scored.
    const lowest = roles.has('group') ? 'group' : roles.has('dimension') ? 'dimension' : null
    if (!lowest) return null
    roles.set('title', roles.get(lowest)!)
    roles.delete(lowest)
  }
  const title = roles.get('title')!
  const weight = weights.find((column) => column > title) ?? weights.at(-1)
  if (weight !== undefined) roles.set('weight', weight)
  // Where no column is called 评分细则, 评价标准 holds the rules.
  if (!roles.has('rule') && roles.has('standard')) {
    roles.set('rule', roles.get('standard')!)
    roles.delete('standard')
  }
  if (!roles.has('rule') && roles.has('points')) {
    roles.set('rule', roles.get('points')!)
    roles.delete('points')
  }
  return roles.has('weight') || roles.has('rule') || roles.size >= 3 ? { row, roles, others, levelWeights: weights.filter((column) => column !== weight) } : null
}

/** The head of a table: of the rows at its top the one with the most known heads. Null where none is one. */
export function findHead(rows: readonly (readonly string[])[]): TableHead | null {
  const heads = rows.slice(0, 30).map((_row, i) => headAt(rows, i)).filter((head) => head !== null)
  return heads.toSorted((a, b) => b.roles.size - a.roles.size || a.row - b.row)[0] ?? null
}
