import type { Form } from '../forms/form'
import type { Evaluation, Row } from './evaluation'
import type { EvidenceSubject } from './evidence'

/** Something evidence can prove, by name. */
export interface NamedSubject {
  readonly key: string
  readonly subject: EvidenceSubject
  /** 指标, or the name of the form. */
  readonly group: string
  readonly name: string
}

/** A subject as text, for comparing. */
export const subjectKey = (subject: EvidenceSubject): string => (subject.kind === 'indicator' ? `i/${subject.indicator}` : `r/${subject.table}/${subject.row}`)

const MOST = 40

/** A row is called by its first column; rows that share it (several works of one kind) by the next one as well. */
function rowNames(rows: readonly Row[], columns: readonly string[]): readonly string[] {
  const text = (row: Row, column: string | undefined): string => { const answer = column === undefined ? undefined : row.cells[column]; return answer?.kind === 'given' ? answer.text.slice(0, MOST) : '' }
  const [first, second] = columns
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(text(row, first), (counts.get(text(row, first)) ?? 0) + 1)
  return rows.map((row, i) => {
    const name = text(row, first)
    const more = (counts.get(name) ?? 0) > 1 ? text(row, second) : ''
    return [name, more].filter((part) => part !== '').join('：') || `第 ${i + 1} 行`
  })
}

/** Everything of an evaluation that evidence can prove: its indicators, and the rows of its tables. */
export function subjectsOf({ framework, tables }: Evaluation, forms: readonly Form[]): readonly NamedSubject[] {
  const indicators = framework.indicators.map(({ id, title }): NamedSubject => {
    const subject: EvidenceSubject = { kind: 'indicator', indicator: id }
    return { key: subjectKey(subject), subject, group: '指标', name: title }
  })
  const rows = forms.flatMap((form) => form.blocks.flatMap((block) => {
    const own = block.kind === 'table' ? (tables[block.table] ?? []) : []
    return block.kind !== 'table' ? [] : rowNames(own, block.columns.map(({ id }) => id)).map((name, i): NamedSubject => {
      const subject: EvidenceSubject = { kind: 'row', table: block.table, row: own[i]!.id }
      return { key: subjectKey(subject), subject, group: form.name, name }
    })
  }))
  return [...indicators, ...rows]
}

/** The name of what a subject stands for; a row that was deleted is said to be. */
export const subjectName = (subject: EvidenceSubject, known: readonly NamedSubject[]): string =>
  known.find(({ key }) => key === subjectKey(subject))?.name ?? (subject.kind === 'row' ? '（已删除的行）' : '（本指标体系没有的指标）')
