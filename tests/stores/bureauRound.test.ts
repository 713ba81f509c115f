import { describe, expect, it } from 'vitest'
import { readSheets } from '../../src/exchange/excel/read/readSheets'
import { memoryBrowser, openWindow } from '../support/memoryServices'
import { returnedFile } from '../support/returnedFile'

describe('a round with the bureau', () => {
  it('tells its 12 changes, takes 11, keeps the one refused with the reason, and hands in again', async () => {
    const one = openWindow(memoryBrowser())
    await one.desk.open()
    await one.evaluation.open(await one.desk.openSample('fictional'))
    await one.transfer.exportExcel({ output: 'submission', forms: null })
    const returned = returnedFile(one.files[0]!.bytes, ['基础数据表'], 12)
    expect(returned.cells.length).toBe(12)
    expect(await one.importer.read([new File([returned.bytes as Uint8Array<ArrayBuffer>], '退回.xlsx')])).toBe(true)
    if (one.importer.review?.place !== 'open') await one.importer.retarget('open')
    const entries = one.importer.review!.entries
    const told = entries.flatMap((entry, i) => ((entry.state === 'conflict' || entry.state === 'changed') && entry.sheet === '基础数据表' ? [{ entry, i }] : []))
    expect(told.map(({ entry }) => entry.cell).sort()).toEqual(returned.cells.map(({ cell }) => cell).sort())
    const refused = told[4]!
    one.importer.tick(told.map(({ i }) => i), true)
    one.importer.tick([refused.i], false)
    one.importer.refuse(refused.i, '以决算批复数为准')
    const before = one.evaluation.evaluation!
    await one.importer.confirm()
    const item = refused.entry.edit?.kind === 'answer' ? refused.entry.edit.item : ''
    const [was, now] = [before.answers[item]!, one.evaluation.evaluation!.answers[item]!]
    expect(now).toMatchObject({ text: was.kind === 'given' ? was.text : '', provenance: { note: expect.stringContaining('未采纳：以决算批复数为准') as unknown } })
    await one.transfer.exportExcel({ output: 'submission', forms: null })
    const sheet = readSheets(one.files.at(-1)!.bytes)!.find(({ name }) => name === '基础数据表')!
    const shown = (cell: string) => Number(sheet.rows[Number(/\d+/.exec(cell)![0]) - 1]?.[cell.charCodeAt(0) - 65]?.text)
    expect(returned.cells.filter(({ cell, to }) => shown(cell) !== to).map(({ cell }) => cell)).toEqual([refused.entry.cell])
    one.evaluation.undo()
    expect(one.evaluation.evaluation!.answers).toEqual(before.answers)
  })
})
