import { vocabulary } from '../../src/catalog/formula'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given, notInvolved, type Answer } from '../../src/domain/evaluation/answer'
import type { Evaluation, Row, RowKind, Settings } from '../../src/domain/evaluation/evaluation'

/** Answers by their names in formulas: decimal text or words; null is 不涉及. */
export type NamedAnswers = { readonly [name: string]: string | null }

/** Rows by table and column name; 行类别 is 单项 where it is not said, 行 the row's id. */
export type NamedTables = { readonly [table: string]: readonly NamedAnswers[] }

const KINDS: { readonly [name: string]: RowKind } = { 单项: 'single', 合并: 'merged', 小计: 'subtotal' }

const answer = (text: string | null): Answer => (text === null ? notInvolved : given(text))

function itemNamed(name: string): string {
  const found = vocabulary.find(name)
  if (found?.kind !== 'item') throw new Error(`no item is called ${name}`)
  return found.item
}

function tableNamed(name: string, rows: readonly NamedAnswers[]): readonly [string, readonly Row[]] {
  const table = vocabulary.findTable(name)
  if (!table) throw new Error(`no table is called ${name}`)
  return [table.table, rows.map(({ 行类别, 行, ...cells }, i): Row => ({
    id: 行 ?? `r${i + 1}`,
    kind: KINDS[行类别 ?? '单项']!,
    cells: Object.fromEntries(Object.entries(cells).map(([column, text]) => {
      const id = table.column(column)
      if (id === null) throw new Error(`${name} has no column ${column}`)
      return [id, answer(text)]
    })),
  }))]
}

/** An evaluation with nothing in it but these answers, for cases that an accountant can read. */
export const namedEvaluation = (answers: NamedAnswers, tables: NamedTables = {}, settings: Partial<Settings> = {}): Evaluation => ({
  format: 1, id: 'case', year: 2020, settings: { ...foundingCase.settings, ...settings }, framework: foundingCase.framework, outline: 'founding',
  answers: Object.fromEntries(Object.entries(answers).map(([name, text]) => [itemNamed(name), answer(text)])),
  tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => tableNamed(name, rows))),
  judgements: {}, narrative: {}, explanations: {},
})
