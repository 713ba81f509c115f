import type { Severity } from '../checks/check'
import type { Checkup, Relation } from './checkup'
import { FAULTS } from './faults/fault'
import { quoteOf, type Span } from './span'

/** 核对发现: something in a report that does not add up, with its proof. */
export interface CheckupFinding {
  /** Stays the same while the words around the figures do, so that a decision on it outlives other edits. */
  readonly key: string
  readonly severity: Severity
  /** 合计与分项, 占比 …: what was compared. */
  readonly kind: string
  readonly says: string
  /** All places it speaks of, the doubtful one first. */
  readonly places: readonly Span[]
  readonly equation: string
  /** The likely cause and the smallest change that would mend it; '' where none suggests itself. */
  readonly advice: string
}

/** What each kind of relation is called, and what a broken one says. */
export const RELATIONS: { readonly [K in Relation['kind']]: { readonly name: string; readonly broken: string } } = {
  sum: { name: '合计与分项', broken: '合计不等于分项之和' },
  partOf: { name: '部分与整体', broken: '部分大于整体' },
  share: { name: '占比', broken: '占比与金额不符' },
  change: { name: '增减', broken: '增减与前后两个数不符' },
  completion: { name: '完成率', broken: '完成率与金额不符' },
  difference: { name: '差额', broken: '差额与两个数不符' },
  count: { name: '个数', broken: '个数与列举的不符' },
  same: { name: '前后一致', broken: '同一个数前后写得不同' },
  product: { name: '单价与数量', broken: '数量乘单价不等于金额' },
  bound: { name: '界限', broken: '数字超出所说的界限' },
}

const bare = (text: string): string => text.replace(/\s+/g, '')
const keyOf = (text: string, kind: string, places: readonly Span[]): string =>
  [kind, ...places.map((place) => { const { before, figure, after } = quoteOf(text, place); return bare(before + figure + after) })].join('|')

const ORDER: { readonly [S in Severity]: number } = { contradiction: 0, suspicion: 1, hint: 2 }

const adviceOf = ({ cause = '', repair = '' }: Relation): string => [cause, repair].filter((one) => one !== '').join('；')

/** Rounding of one kind in one table is told once: twenty equal notes would hide the rest. */
function together(text: string, relations: readonly Relation[]): readonly (readonly [Relation, ...Relation[]])[] {
  const groups = new Map<string, [Relation, ...Relation[]]>()
  relations.forEach((relation, i) => {
    const { start } = relation.stated
    const from = text.lastIndexOf('\n', start) + 1
    const row = text.slice(from, text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start)).includes('\t')
    const key = row ? `${relation.kind} ${text.lastIndexOf('\n\n', start)}` : String(i)
    const known = groups.get(key)
    if (known) known.push(relation)
    else groups.set(key, [relation])
  })
  return [...groups.values()]
}

/** What a check-up found, heaviest first, then in reading order. */
export function findingsOf(text: string, { relations, faults = [] }: Checkup): readonly CheckupFinding[] {
  const seen = new Map<string, number>()
  const unique = (key: string): string => {
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return count === 0 ? key : `${key}#${count}`
  }
  const wrong = relations.filter(({ verdict }) => verdict === 'contradicted').map((relation): CheckupFinding => {
    const places = [relation.stated, ...relation.operands].map(({ start, end }) => ({ start, end }))
    const { name, broken } = RELATIONS[relation.kind]
    return { key: unique(keyOf(text, relation.kind, places)), severity: relation.severity ?? 'contradiction', kind: name, says: broken, places, equation: relation.explanation, advice: adviceOf(relation) }
  })
  const rounded = together(text, relations.filter(({ verdict }) => verdict === 'rounding')).map(([relation, ...others]): CheckupFinding => {
    const places = [relation.stated, ...relation.operands, ...others.map(({ stated }) => stated)].map(({ start, end }) => ({ start, end }))
    return {
      key: unique(keyOf(text, relation.kind, places)), severity: 'hint', kind: RELATIONS[relation.kind].name, places, equation: [relation, ...others].map(({ explanation }) => explanation).join('\n'), advice: '',
      says: others.length === 0 ? '差在末位，可能是四舍五入' : `同一张表里有 ${others.length + 1} 处差在末位，可能是四舍五入`,
    }
  })
  const formal = faults.map(({ kind, severity, says, places }): CheckupFinding => ({ key: unique(keyOf(text, kind, places)), severity, kind: FAULTS[kind], says, places, equation: '', advice: '' }))
  return [...wrong, ...rounded, ...formal].sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || a.places[0]!.start - b.places[0]!.start)
}
