import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { read, utils, write } from 'xlsx'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { given } from '../../../src/domain/evaluation/answer'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import type { ExportChoice } from '../../../src/exchange/excel/outputs/exportChoice'
import { readEvaluation } from '../../../src/exchange/excel/readEvaluation'
import { readSheets, type ReadSheet } from '../../../src/exchange/excel/read/readSheets'
import type { SheetPlan } from '../../../src/exchange/excel/sheetPlan'
import { handedOutSheets, writeEvaluation } from '../../../src/exchange/excel/writeEvaluation'

const SUBMISSION: ExportChoice = { output: 'submission', forms: null }
const PUBLIC: ExportChoice = { output: 'public', forms: null }

const parts = (bytes: Uint8Array): { readonly [path: string]: string } =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))
const written = (evaluation: Evaluation, choice: ExportChoice) => writeEvaluation(evaluation, catalog, choice)
const textOf = (sheets: readonly ReadSheet[]): string => sheets.flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => cell?.text ?? ''))).join('\n')
/** 报送版 leaves out lists that not every unit has and this one has not. */
const shownForms = catalog.forms.filter(({ optional }) => !optional).map(({ name }) => name)
const withAnswer = (id: string, text: string): Evaluation => ({ ...fictionalCase, answers: { ...fictionalCase.answers, [id]: given(text) } })

describe('报送版', () => {
  it.each([
    ['报送版', fictionalCase, SUBMISSION], ['报送版', foundingCase, SUBMISSION], ['公开版', fictionalCase, PUBLIC], ['空表', fictionalCase, { ...SUBMISSION, blank: true }], ['粘贴版', fictionalCase, { ...SUBMISSION, paste: true }],
  ] as const)('(%s) has no hidden sheet, name, protection, author, program or link', async (_name, evaluation, choice) => {
    const files = parts(await written(evaluation, choice))
    const all = Object.entries(files)
    expect(all.filter(([path]) => /externalLink|comments|calcChain|custom/i.test(path))).toEqual([])
    const book = files['xl/workbook.xml'] ?? ''
    expect(book).not.toMatch(/state=|workbookProtection|externalReferences/)
    expect([...book.matchAll(/<definedName name="([^"]+)"/g)].filter((match) => match[1] !== '_xlnm.Print_Titles')).toEqual([])
    for (const [path, content] of all.filter(([name]) => name.startsWith('xl/worksheets/sheet'))) expect([path, /sheetProtection|hidden="1"/.test(content)]).toEqual([path, false])
    // Choices stand in the cell's own list: one that looked at another sheet would be a link once its sheet is moved.
    expect(all.flatMap(([, content]) => [...content.matchAll(/<formula[12]>([^<]*)<\/formula[12]>/g)].map((match) => match[1]!)).filter((list) => !/^(?:"|&quot;)[^!]*(?:"|&quot;)$/.test(list))).toEqual([])
    // Nothing but sheets, styles and texts: no macro, query, drawing, picture or saved view.
    expect(all.map(([path]) => path.replace(/\d+/, '')).filter((path) => !['[Content_Types].xml', '_rels/.rels', 'docProps/app.xml', 'docProps/core.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/sharedStrings.xml', 'xl/theme/theme.xml', 'xl/worksheets/sheet.xml', 'xl/worksheets/_rels/sheet.xml.rels'].includes(path))).toEqual([])
    expect(all.map(([, content]) => content).join('')).not.toMatch(/hengji|衡绩|hucre/i)
    expect(files['docProps/core.xml']).not.toMatch(/creator|created|modified/)
    expect(files['docProps/app.xml']).not.toMatch(/Application|Company/)
    // No engine older than Excel's own: else it recomputes on opening and asks on closing whether to save.
    expect(book).toMatch(/<calcPr calcId="191029"\/>/)
  })

  it('has live totals of its own sheet only, so that sheets of three files go into one workbook without a link', async () => {
    const files = parts(await written(fictionalCase, SUBMISSION))
    const formulas = Object.values(files).flatMap((content) => [...content.matchAll(/<f>([^<]*)<\/f>/g)].map((match) => match[1] ?? ''))
    expect(formulas.length).toBeGreaterThan(20)
    expect(formulas.filter((formula) => /[![]/.test(formula))).toEqual([])
  })

  it('of three units goes sheet by sheet into one workbook: no clash of names, no link, no trace of earlier values', async () => {
    const units = ['甲单位', '乙单位', '丙单位']
    const files = await Promise.all(units.map((name, i) => written({ ...withAnswer('unit.name', name), answers: { ...fictionalCase.answers, 'unit.name': given(name), 'staff.quota@approved': given(String(40 + i)) } }, SUBMISSION)))
    const book = utils.book_new()
    files.forEach((bytes, i) => {
      const from = read(bytes, { cellFormula: true, cellStyles: true })
      const names = from.Workbook?.Names ?? []
      // Only built-in names of one sheet travel with it; Excel asks about no other.
      expect(names.filter(({ Name, Sheet }) => Name !== '_xlnm.Print_Titles' || Sheet === undefined)).toEqual([])
      for (const name of from.SheetNames) utils.book_append_sheet(book, from.Sheets[name]!, `${name}${i + 1}`)
    })
    const joined = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
    expect(book.SheetNames.length).toBe(3 * (shownForms.length + 1))
    const all = Object.entries(parts(joined))
    expect(all.filter(([path]) => /externalLink/.test(path))).toEqual([])
    expect(all.flatMap(([, content]) => content.match(/<f>[^<]*[[!#][^<]*<\/f>/g) ?? [])).toEqual([])
    units.forEach((name, i) => {
      const sheet = book.Sheets[`基础数据表${i + 1}`]!
      expect(Object.values(sheet).map((cell: { v?: unknown }) => String(cell.v ?? '')).filter((text) => text.includes(name)).length).toBe(1)
      expect(Object.values(sheet).map((cell: { v?: unknown }) => cell.v)).toContain(40 + i)
    })
  })

  it('prints the same figures as 工作版', async () => {
    const [working, submission] = [readSheets(await writeEvaluation(fictionalCase, catalog))!, readSheets(await written(fictionalCase, SUBMISSION))!]
    expect(submission.map(({ name }) => name)).toEqual([...shownForms, '评分表'])
    for (const sheet of submission) {
      const other = working.find(({ name }) => name === sheet.name)!
      expect(sheet.rows.map((row) => row.map((cell) => cell?.text ?? ''))).toEqual(other.rows.map((row) => row.map((cell) => cell?.text ?? '')))
    }
  })

  it('has an optional list where the unit has rows in it, or asked for the form by name', async () => {
    const names = async (evaluation: Evaluation, choice: ExportChoice) => readSheets(await written(evaluation, choice))!.map(({ name }) => name)
    const goals: Evaluation = { ...fictionalCase, tables: { ...fictionalCase.tables, goals: [{ id: 'g1', kind: 'single', cells: { title: given('办结率') } }] } }
    expect(await names(fictionalCase, SUBMISSION)).not.toContain('绩效目标')
    expect(await names(goals, SUBMISSION)).toContain('绩效目标')
    expect(await names(fictionalCase, { output: 'submission', forms: ['goals'] })).toEqual(['绩效目标'])
    expect(await names(fictionalCase, { output: 'working', forms: null })).toContain('绩效目标')
  })

  it('keeps no trace of an earlier value: not in a cell, a cached total, the shared texts or the properties', async () => {
    const before = parts(await written(withAnswer('expenditure.personnel@actual/all', '98765.43'), SUBMISSION))
    const after = parts(await written(withAnswer('expenditure.personnel@actual/all', '40'), SUBMISSION))
    expect(Object.values(before).join('')).toContain('98765.43')
    expect(Object.values(after).join('')).not.toContain('98765.43')
    // What was written before leaves nothing behind: the file is the same as of an evaluation that never had the value.
    const never = parts(await written({ ...fictionalCase, answers: { ...fictionalCase.answers, 'expenditure.personnel@actual/all': given('40') } }, SUBMISSION))
    expect(after).toEqual(never)
    // Every total in the file is what its own cells come to now.
    const own = readSheets(await written(withAnswer('expenditure.personnel@actual/all', '40'), SUBMISSION))!
    expect(textOf(own)).not.toMatch(/98765|98,765/)
  })
})

describe('工作版', () => {
  it('keeps no earlier value in its hidden sheet either: fingerprints only', async () => {
    const hidden = async (evaluation: Evaluation) => textOf(readSheets(await writeEvaluation(evaluation, catalog))!.filter(({ name }) => name === '_hengji'))
    expect(await hidden(withAnswer('staff.quota@approved', '98765'))).not.toContain('98765')
    expect(await hidden(withAnswer('staff.quota@approved', '98765'))).not.toBe(await hidden(fictionalCase))
  })

  it('of one form turns formulas over absent sheets into values', async () => {
    const sheets = readSheets(await written(fictionalCase, { output: 'working', forms: ['baseData'] }))!
    expect(sheets.map(({ name }) => name)).toEqual(['基础数据表', '校验', '报告文字', '_hengji'])
    const reading = await readEvaluation(await written(fictionalCase, { output: 'working', forms: ['baseData'] }), 'a.xlsx', catalog)
    expect(reading.ok && reading.rejected).toEqual([])
  })

  it('says in 校验 what does not agree, in a cell of its own that turns red', async () => {
    const bytes = await writeEvaluation(withAnswer('threePublic@actual/all', '999'), catalog)
    const sheet = readSheets(bytes)!.find(({ name }) => name === '校验')!
    expect(sheet.rows[1]?.[0]?.text).toMatch(/^不符 [1-9]\d* 条/)
    expect(sheet.rows.filter((row) => row[8]?.text === '不符').map((row) => row[2]?.text)).toContainEqual(expect.stringContaining('三公'))
    expect(Object.values(parts(bytes)).some((xml) => /<conditionalFormatting sqref="I5:I\d+">/.test(xml))).toBe(true)
    const whole = readSheets(await writeEvaluation(fictionalCase, catalog))!.find(({ name }) => name === '校验')!
    expect(whole.rows[1]?.[0]?.text).toMatch(/^不符 0 条/)
  })
})

describe('公开版', () => {
  it('has no phone, internal note or evidence, and 保密审查 on top', async () => {
    const sheets = readSheets(await written(fictionalCase, PUBLIC))!
    const text = textOf(sheets)
    const phone = fictionalCase.answers['unit.phone']
    expect(phone?.kind).toBe('given')
    expect(text).not.toContain(phone?.kind === 'given' ? phone.text : '')
    expect(text).not.toMatch(/佐证|联系电话/)
    expect(sheets[0]?.rows[0]?.[0]?.text).toContain('保密审查')
  })

  it('says of a secret form nothing but that it is secret', async () => {
    const sheets = readSheets(await written(fictionalCase, { ...PUBLIC, secret: ['projects'] }))!
    const secret = sheets.find(({ name }) => name === '专项支出')!
    expect(secret.rows.flatMap((row) => row.flatMap((cell) => cell?.text ?? []))).toEqual(['专项（项目）支出明细表', '涉密，按规定不予公开。'])
  })
})

describe('空表', () => {
  it('has every form, the unit and the year, and no figure; filled in by nobody it brings nothing', async () => {
    const bytes = await written(fictionalCase, { output: 'submission', forms: null, blank: true })
    expect(readSheets(bytes)!.map(({ name }) => name)).toEqual(catalog.forms.map(({ name }) => name))
    const reading = await readEvaluation(bytes, '空表.xlsx', catalog)
    expect(reading.ok && [reading.rejected, Object.keys(reading.evaluation.answers), reading.evaluation.tables]).toEqual([[], ['unit.name'], {}])
  })
})

describe('a form handed out alone', () => {
  const shown = (plan: SheetPlan): readonly string[] => plan.cells.map(({ content }) => (content.kind === 'blank' ? '' : content.kind === 'formula' ? content.cached ?? '' : content.text))
  const whole = handedOutSheets(fictionalCase, catalog, { output: 'submission', forms: catalog.forms.map(({ id }) => id), scores: true })

  it.each(catalog.forms.map(({ id, name }) => [name, id]))('%s prints what it prints in the whole workbook', (name, id) => {
    const [alone] = handedOutSheets(fictionalCase, catalog, { output: 'submission', forms: [id], selfEvaluations: [] })
    expect(shown(alone!)).toEqual(shown(whole.find((plan) => plan.name === name)!))
  })

  it('comes back the same as 工作版, its totals known as computed', async () => {
    const reading = await readEvaluation(await writeEvaluation(fictionalCase, catalog, { output: 'working', forms: ['baseData'] }), '表.xlsx', catalog)
    expect(reading.ok && reading.evaluation.answers['staff.quota@approved']).toBeUndefined()
    expect(reading.ok && reading.rejected).toEqual([])
  })
})
