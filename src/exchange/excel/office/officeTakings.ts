import type { Form } from '../../../domain/forms/form'
import { formItems } from '../../../domain/forms/cellSpec'
import { itemOf } from '../../../domain/measures/item'
import { figureNames } from '../../../domain/measures/names'
import { isNumeric, type Measure } from '../../../domain/measures/measure'
import { given, type Answer } from '../../../domain/evaluation/answer'
import type { Taking } from '../import/taking'
import { compact } from '../mapping/label'
import { readDay } from '../read/readDay'
import type { ReadCell, ReadSheet } from '../read/readSheets'
import { readNumber, unreadable } from '../read/sheetReader'
import { address } from '../sheetPlan'
import { OFFICE_TITLE } from './officeSheet'

/** A 分工取数表 that came back. */
export interface OfficeReading {
  readonly office: string
  readonly takings: readonly Taking[]
}

type Read = { readonly ok: true; readonly answer: Answer | null } | { readonly ok: false; readonly expected: string }

function readAs(cell: ReadCell, measure: Measure): Read {
  const bad = unreadable(cell)
  if (bad !== null) return { ok: false, expected: bad }
  if (isNumeric(measure)) return readNumber(cell, measure.kind === 'money' ? { power: 4, bare: 4 } : { power: null, unit: measure.unit })
  const text = cell.text.trim()
  if (measure.kind !== 'date') return { ok: true, answer: text === '' ? null : text === '不涉及' ? { kind: 'notInvolved' } : given(text) }
  const day = cell.isDate ? text : readDay(text)
  return day === null ? { ok: false, expected: '日期（如 2026-03-15）' } : { ok: true, answer: given(day) }
}

/** Reads a 分工取数表 by the names in its 数据项 column, wherever its rows and columns were moved to. Null where the sheet is none. */
export function officeTakings(sheet: ReadSheet, measures: readonly Measure[], forms: readonly Form[]): OfficeReading | null {
  const at = sheet.rows.findIndex((row) => ['数据项', '填报数'].every((head) => row.some((cell) => cell && compact(cell.text) === head)))
  const title = sheet.rows.slice(0, Math.max(0, at)).flatMap((row) => row.flatMap((cell) => (cell && cell.text.includes(OFFICE_TITLE) ? [cell.text] : [])))[0]
  if (at < 0 || title === undefined) return null
  const office = new RegExp(`${OFFICE_TITLE}[（(](.{1,30}?)[）)]`).exec(title)?.[1] ?? ''
  const column = (head: string): number => sheet.rows[at]!.findIndex((cell) => cell !== null && compact(cell.text) === head)
  const [name, value, source, note] = [column('数据项'), column('填报数'), column('取数来源'), column('说明')]
  const index = new Map(measures.map((measure) => [measure.id, measure]))
  const names = figureNames(measures)
  const items = new Map([...new Set(forms.flatMap((form) => formItems(form, index)))].map((item) => [compact(names.figure(item)), item]))
  const takings: Taking[] = []
  sheet.rows.slice(at + 1).forEach((cells, i) => {
    const row = at + 1 + i
    const label = cells[name]?.text.trim() ?? ''
    const cell = cells[value] ?? null
    if (label === '' || !cell || cell.text.trim() === '') return
    const from = { sheet: sheet.name, cell: address(row, value), label, source: cells[source]?.text.trim() || `${OFFICE_TITLE}（${office}）`, found: cell.text }
    const item = items.get(compact(label))
    const measure = item === undefined ? undefined : index.get(itemOf(item).measure)
    if (item === undefined || !measure) {
      takings.push({ ...from, kind: 'refused', reason: `“${label}”不是本年度表里的数据项，可能改过“数据项”一栏。` })
      return
    }
    const read = readAs(cell, measure)
    if (!read.ok) {
      takings.push({ ...from, kind: 'refused', reason: `应填${read.expected}。` })
      return
    }
    const told = source >= 0 && note >= 0 ? cells[note]?.text.trim() ?? '' : ''
    if (read.answer) takings.push({ ...from, kind: 'figure', item, answer: { ...read.answer, provenance: { office, ...(told === '' ? {} : { note: told }) } } })
  })
  return { office, takings }
}
