import type { Figure } from './figure'

/** What a figure is said to be. */
export type Role =
  /** An amount or count of something. */
  | 'amount'
  /** 增减额: an amount more or less than before. */
  | 'change'
  /** 增减率: a percentage more or less than before. */
  | 'rate'
  /** 占比: a percentage of a whole. */
  | 'share'
  /** 完成率、执行率: a percentage of a budget. */
  | 'completion'
  /** The amount of another year, named as such. */
  | 'previous'
  /** The whole of a share or completion, printed inside its words: 完成预算27万元的63.2%. */
  | 'whole'
  /** 单价、标准、人均. */
  | 'price'
  /** 50万元以上, 不超过: a threshold. */
  | 'bound'
  /** A figure inside the reasons given, or of an unknown kind. */
  | 'other'

/** Which budget or account an amount is of. */
export type Slot = 'original' | 'adjusted' | 'full' | 'budget' | 'actual' | 'plain'

/** A figure with what the words around it say. */
export interface Mention {
  readonly figure: Figure
  readonly role: Role
  /** +1 or −1 of a change or rate; 0 where the words do not tell. */
  readonly sign: 1 | -1 | 0
  /** What the figure is of, without year, unit of the writer, filler and slot words; '' where the clause does not name it. */
  readonly name: string
  /** The clause in front as printed. */
  readonly clause: string
  readonly slot: Slot
  /** The year said in the clause, or null. */
  readonly year: number | null
  /** Of a share: what it is a share of, as named. Of a completion: the budget as named. Of a change: what it is compared with. */
  readonly of: string
  /** Number of the sentence in its line. */
  readonly sentence: number
  /** The mention this one continues, as in 分别为7、2、1亿元; null for the first of such a row. */
  readonly continues: Mention | null
  /** How many brackets are open. */
  readonly depth: number
}

/** The figures of the row that ends with `last`: 分别为7、2、1亿元. A figure alone is a row of one. */
export function rowOf(last: Mention): readonly Mention[] {
  const row: Mention[] = []
  for (let one: Mention | null = last; one; one = one.continues) row.unshift(one)
  return row
}
