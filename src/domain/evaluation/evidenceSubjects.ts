import type { Form } from '../forms/form'
import type { Evaluation } from './evaluation'
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

/** Everything of an evaluation that evidence can prove: its indicators, and the rows of its tables. */
export function subjectsOf({ framework, tables }: Evaluation, forms: readonly Form[]): readonly NamedSubject[] {
  const indicators = framework.indicators.map(({ id, title }): NamedSubject => {
    const subject: EvidenceSubject = { kind: 'indicator', indicator: id }
    return { key: subjectKey(subject), subject, group: '指标', name: title }
  })
  const rows = forms.flatMap((form) => form.blocks.flatMap((block) => (block.kind !== 'table' ? [] : (tables[block.table] ?? []).map((row, i): NamedSubject => {
    const subject: EvidenceSubject = { kind: 'row', table: block.table, row: row.id }
    const first = block.columns[0] && row.cells[block.columns[0].id]
    return { key: subjectKey(subject), subject, group: form.name, name: first?.kind === 'given' ? first.text.slice(0, 40) : `第 ${i + 1} 行` }
  }))))
  return [...indicators, ...rows]
}

/** The name of what a subject stands for; a row that was deleted is said to be. */
export const subjectName = (subject: EvidenceSubject, known: readonly NamedSubject[]): string =>
  known.find(({ key }) => key === subjectKey(subject))?.name ?? (subject.kind === 'row' ? '（已删除的行）' : '（本指标体系没有的指标）')
