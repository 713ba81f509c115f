import { strFromU8, unzipSync } from 'fflate'
import { read } from 'xlsx'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import { compose } from '../../src/domain/report/compose'
import { editionOf, type Edition } from '../../src/domain/report/edition'
import { handInPlan, nameBy } from '../../src/domain/report/handIn'
import { OFFICIAL_LAYOUT } from '../../src/domain/report/layoutChoice'
import { writeHandIn } from '../../src/exchange/handIn/writeHandIn'
import { officialProfile, profileOf } from '../../src/exchange/word/typographyProfile'
import { writeReport } from '../../src/exchange/word/writeReport'

const outlineOf = (evaluation: Evaluation) => catalog.outlines.find(({ id }) => id === evaluation.outline)!
const documentOf = (evaluation: Evaluation) => compose(outlineOf(evaluation), evaluation, assess(evaluation.framework, evaluation))
const planOf = (evaluation: Evaluation, rule?: string, edition?: Edition) => handInPlan(evaluation, outlineOf(evaluation), assess(evaluation.framework, evaluation), null, catalog.forms, rule, edition)
const wordsOf = (bytes: Uint8Array): string => [...strFromU8(unzipSync(bytes)['word/document.xml']!).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')

describe('the set to hand in', () => {
  it('is a flat zip in annex order, its names in UTF-8, the report saying the same annexes', async () => {
    const plan = planOf(fictionalCase)
    const annexes = plan.files.filter(({ annex }) => annex !== null).map(({ title }) => title)
    const document = editionOf(documentOf(fictionalCase), { edition: 'submission', annexes, cover: null, secret: [] })
    const zip = await writeHandIn(fictionalCase, document, plan.files, 'submission', OFFICIAL_LAYOUT, catalog)
    const files = unzipSync(zip)
    expect(Object.keys(files)).toEqual(plan.files.map(({ fileName }) => fileName))
    expect(Object.keys(files).filter((name) => /[\\/]/.test(name))).toEqual([])
    // General purpose flag, bit 11: the name is UTF-8.
    expect((zip[7]! & 0x08) !== 0).toBe(true)
    const report = wordsOf(files[plan.files[0]!.fileName]!)
    for (const title of annexes) expect(report).toContain(title)
    expect(report).toContain('附件：1. 部门整体支出绩效评价基础数据表')
    const base = read(files[plan.files[1]!.fileName]!)
    expect(base.SheetNames).toHaveLength(1)
    expect(read(files[plan.files[2]!.fileName]!).SheetNames).toHaveLength(1)
    const all = Object.values(files).flatMap((bytes) => Object.entries(unzipSync(bytes)).map(([name, part]) => name + strFromU8(part))).join('')
    expect(all).not.toMatch(/hengji|衡绩/i)
  })

  it('follows the naming rule, whatever the unit is called', () => {
    expect(planOf(fictionalCase, '{预算编码}_{单位}_{年度}_{序号}{材料}').files[1]!.fileName).toMatch(/^.*示例单位（虚构）_2025_附件1部门整体支出绩效评价基础数据表\.xlsx$/)
    expect(nameBy('{单位}-{预算编码}-{材料}', { 序号: '', 预算编码: '', 单位: 'A/B:C', 年度: '2025', 材料: '报告' }, 'docx')).toBe('A_B_C-报告.docx')
  })

  it('says what is missing, and wants unfilled figures confirmed', () => {
    const full = planOf(fictionalCase)
    expect(full.mustConfirm).toBe(false)
    expect(full.gaps.map(({ kind }) => kind)).toEqual(['reason', 'paper'])
    const { 'expenditure.basic@actual/all': _gone, 'expenditure.personnel@actual/all': _too, ...answers } = fictionalCase.answers
    const open = planOf({ ...fictionalCase, answers })
    expect(open.mustConfirm).toBe(true)
    expect(open.gaps.find(({ kind }) => kind === 'unfilled')?.text).toContain('未填')
    expect(planOf(foundingCase).gaps.map(({ kind }) => kind)).toContain('score')
  })

  it('as 公开版 has the clearance on top, no evidence, no withheld section', async () => {
    const plan = planOf(fictionalCase, undefined, 'public')
    expect(plan.files.some(({ part }) => part.kind === 'evidence')).toBe(false)
    const document = editionOf(documentOf(fictionalCase), { edition: 'public', annexes: [], cover: null, secret: ['use'] })
    const words = wordsOf(await writeReport(document, officialProfile))
    expect(words.startsWith('保密审查情况')).toBe(true)
    expect(words).toContain('涉密，按规定不予公开。')
    expect(words).not.toContain('基本支出662.15万元，比上年')
    expect(words).toContain('专项组织实施情况')
  })

  it('says 本单位 or 本部门 by one field', () => {
    const text = (evaluation: Evaluation) => documentOf(evaluation).blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs.map((run) => run.text) : [])).join('')
    expect(text(fictionalCase)).toContain('本单位整体支出')
    expect(text({ ...fictionalCase, settings: { ...fictionalCase.settings, scope: 'department' } })).not.toContain('本单位整体支出')
  })
})

describe('the layouts', () => {
  it('carry what a unit changed into the file', async () => {
    const xml = strFromU8(unzipSync(await writeReport(documentOf(foundingCase), profileOf({ profile: 'pidu', linePitch: 28, bodyFace: '仿宋', pageNumbers: 'centre' })))['word/document.xml']!)
    expect(xml).toContain('w:line="560"')
    expect(xml).toContain('w:eastAsia="仿宋"')
    expect(xml).not.toContain('w:line="579"')
  })

  it('have a cover without a page number, then the text', async () => {
    const document = editionOf(documentOf(foundingCase), { edition: 'submission', annexes: [], cover: ['岳麓区信息中心', '2021年3月'], secret: [] })
    const xml = strFromU8(unzipSync(await writeReport(document, officialProfile))['word/document.xml']!)
    expect(xml).toContain('<w:titlePg/>')
    expect(xml.indexOf('2021年3月')).toBeLessThan(xml.indexOf('一、单位概况'))
  })
})
