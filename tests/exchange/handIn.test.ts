import { strFromU8, unzipSync } from 'fflate'
import { read } from 'xlsx'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import { compose } from '../../src/domain/report/compose'
import { editionOf } from '../../src/domain/report/edition'
import { handInPlan, type HandInRequest } from '../../src/domain/report/handIn'
import { apart, nameBy } from '../../src/domain/report/handInName'
import { OFFICIAL_LAYOUT } from '../../src/domain/report/layoutChoice'
import type { PrintedSheet } from '../../src/domain/report/printedSheet'
import { printSheets } from '../../src/exchange/handIn/printSheets'
import { writeHandIn } from '../../src/exchange/handIn/writeHandIn'
import { officialProfile, profileOf, tracking } from '../../src/exchange/word/typographyProfile'
import { writeReport } from '../../src/exchange/word/writeReport'
import { readBackOf } from '../support/editedReport'

const outlineOf = (evaluation: Evaluation) => catalog.outlines.find(({ id }) => id === evaluation.outline)!
const documentOf = (evaluation: Evaluation) => compose(outlineOf(evaluation), evaluation, assess(evaluation.framework, evaluation))
const planOf = (evaluation: Evaluation, more: Partial<HandInRequest> = {}) => handInPlan({
  evaluation, outline: outlineOf(evaluation), assessment: assess(evaluation.framework, evaluation), review: null, forms: catalog.forms, edition: 'submission', evidence: [], ...more,
})
const wordsIn = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
const wordsOf = (bytes: Uint8Array): string => wordsIn(strFromU8(unzipSync(bytes)['word/document.xml']!))

describe('the set to hand in', () => {
  it('is a flat zip in annex order, its names in UTF-8, the report saying the same annexes', async () => {
    const plan = planOf(fictionalCase)
    const { annexes } = plan
    const document = editionOf(documentOf(fictionalCase), { edition: 'submission', annexes, cover: null, contents: false, secret: [] })
    const zip = await writeHandIn({ evaluation: fictionalCase, document, files: plan.files, edition: 'submission', layout: OFFICIAL_LAYOUT, overlays: [] }, [], catalog)
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
    expect(planOf(fictionalCase, { rule: '{预算编码}_{单位}_{年度}_{序号}{材料}' }).files[1]!.fileName).toMatch(/^.*示例单位（虚构）_2025_附件1部门整体支出绩效评价基础数据表\.xlsx$/)
    expect(nameBy('{单位}-{预算编码}-{材料}', { 序号: '', 预算编码: '', 单位: 'A/B:C', 单位简称: '', 年度: '2025', 材料: '报告' }, 'docx')).toBe('A_B_C-报告.docx')
  })

  it('numbers the 自评表 of the projects and the evidence under one number each, and follows the order, numbers and names of the notice', () => {
    const selfEvaluations = ['甲项目', '乙项目'].map((name) => ({ id: name, kind: 'single' as const, cells: { project: { kind: 'given' as const, text: name } } }))
    const evaluation = { ...fictionalCase, tables: { ...fictionalCase.tables, selfEvaluations } }
    const evidence = ['照片.JPG', '照片.jpg', '验收单'].map((name, i) => ({ id: `e${i}`, evaluation: evaluation.id, name, type: '', size: 1, sha256: '0', addedAt: 0, about: [] }))
    const usual = planOf(evaluation, { evidence })
    expect(usual.files.slice(0, 5).map(({ annex, title }) => [annex, title])).toEqual([
      [null, '部门整体支出绩效评价报告'], ['附件1', '部门整体支出绩效评价基础数据表'], ['附件2', '部门整体支出绩效评价指标评分表'],
      ['附件3-1', '项目支出绩效自评表（甲项目）'], ['附件3-2', '项目支出绩效自评表（乙项目）']])
    expect(usual.annexes).toContain('项目支出绩效自评表（2份）')
    expect(usual.files.slice(-4).map(({ fileName }) => fileName.replace(/^(附件)\d+/, '$1n').replace(/-示例单位（虚构）-2025/, ''))).toEqual(['附件n-佐证材料目录.docx', '附件n-1-照片.JPG', '附件n-2-照片.jpg', '附件n-3-验收单'])
    const task = {
      format: 1 as const, id: 't', title: '通知', notice: '', region: '', year: 2025, deadline: null, framework: evaluation.framework, outline: evaluation.outline, forms: [],
      naming: '{预算编码}-{单位简称}-{附件号}-{材料名}', units: [],
      materials: [['附件1', '2025年度整体支出绩效自评报告'], ['附件2', '指标评分表'], ['附件3', '绩效评价基础数据表'], ['附件4-1', '项目自评表'], ['附件5', '公开情况截图']].map(([number, name]) => ({ number: number!, name: name! })),
    }
    const asked = planOf(evaluation, { task: { task, unit: { code: '101', name: '甲局', short: '甲' } } })
    expect(asked.files.slice(0, 5).map(({ fileName }) => fileName)).toEqual([
      '101-甲-附件1-2025年度整体支出绩效自评报告.docx', '101-甲-附件2-指标评分表.xlsx', '101-甲-附件3-绩效评价基础数据表.xlsx', '101-甲-附件4-1-项目支出绩效自评表（甲项目）.xlsx', '101-甲-附件4-2-项目支出绩效自评表（乙项目）.xlsx'])
    expect(asked.gaps.find(({ kind }) => kind === 'material')?.text).toContain('附件5公开情况截图')
    expect(asked.files[5]!.annex).toBe('附件6')
  })

  it('never gives two files one name, as Windows compares them', () => {
    expect(apart(['a.docx', 'A.docx', 'a（2）.docx', 'b'])).toEqual(['a.docx', 'A（2）.docx', 'a（2）（2）.docx', 'b'])
  })

  it('is printed as the workbooks have it: every figure of the form, 公开版 without phones', () => {
    const { files } = planOf(fictionalCase)
    const sheets = printSheets(fictionalCase, files, 'submission', [], catalog)
    expect(sheets.map(({ annex }) => annex)).toEqual(files.filter(({ part }) => ['form', 'scores', 'selfEvaluation'].includes(part.kind)).map(({ annex }) => annex))
    const shownIn = (shown: readonly PrintedSheet[]) => shown.flatMap(({ head, body }) => [...head, ...body].flat().map(({ text }) => text)).join('|')
    for (const answer of Object.values(fictionalCase.answers)) if (answer.kind === 'given' && /^\d+\.\d\d$/.test(answer.text)) expect(shownIn(sheets)).toContain(`|${answer.text}|`)
    const phone = fictionalCase.answers['unit.phone']
    expect(shownIn(sheets)).toContain(phone?.kind === 'given' ? phone.text : '?')
    expect(shownIn(printSheets(fictionalCase, files, 'public', [], catalog))).not.toContain(phone?.kind === 'given' ? phone.text : '')
  })

  it('says what is missing, and wants unfilled figures confirmed', () => {
    const full = planOf(fictionalCase)
    expect(full.mustConfirm).toBe(false)
    expect(full.gaps.map(({ kind }) => kind)).toEqual(['reason', 'evidence', 'paper'])
    const { 'expenditure.basic@actual/all': _gone, 'expenditure.personnel@actual/all': _too, ...answers } = fictionalCase.answers
    const open = planOf({ ...fictionalCase, answers })
    expect(open.mustConfirm).toBe(true)
    expect(open.gaps.find(({ kind }) => kind === 'unfilled')?.text).toContain('未填')
    expect(planOf(foundingCase).gaps.map(({ kind }) => kind)).toContain('score')
  })

  it('as 公开版 has the clearance on top, no evidence, no withheld section', async () => {
    const plan = planOf(fictionalCase, { edition: 'public' })
    expect(plan.files.some(({ part }) => part.kind === 'evidenceList')).toBe(false)
    const document = editionOf(documentOf(fictionalCase), { edition: 'public', annexes: [], cover: null, contents: false, secret: ['use'] })
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
    const document = editionOf(documentOf(foundingCase), { edition: 'submission', annexes: [], cover: ['岳麓区信息中心', '2021年3月'], contents: true, secret: [] })
    const xml = strFromU8(unzipSync(await writeReport(document, officialProfile))['word/document.xml']!)
    const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs)!
    expect(sections.map((section) => [section.includes('footerReference'), section.includes('w:start="1"')])).toEqual([[false, false], [true, true]])
    expect(xml.indexOf('2021年3月')).toBeLessThan(xml.indexOf('一、单位概况'))
    // 目录 between: Word's own field over the headings, each already written out, and read back it changes nothing.
    expect(xml).toMatch(/TOC \\h \\o &quot;1-3&quot;|TOC [^<]*1-3/)
    const [contents] = xml.split('<w:pStyle w:val="Heading1"/>')
    expect(wordsIn(contents!)).toContain('目　录')
    for (const heading of ['一、单位概况', '（一）基本情况']) expect(wordsIn(contents!)).toContain(heading)
    const back = await readBackOf(foundingCase, await writeReport(document, officialProfile))
    expect(back.moved).toEqual([])
    expect(back.sections.filter(({ changed }) => changed)).toEqual([])
  })
})

describe('the lines of the layouts', () => {
  it('hold 28 characters by GB/T 9704, 25 by the county’s rule, as many as fit elsewhere', () => {
    const widthOf = (spacing: number) => 320 + spacing
    const line = ((210 - 28 - 26) / 25.4) * 1440
    for (const [profile, count] of [['gbt9704', 28], ['twentyLines', 25]] as const) {
      const width = widthOf(tracking(profileOf({ profile })))
      expect([Math.floor(line / width)]).toEqual([count])
    }
    expect([tracking(profileOf({ profile: 'pidu' })), tracking(profileOf({ profile: 'systemFonts' })), tracking(profileOf({ profile: 'gbt9704', bodySize: 15 }))]).toEqual([0, 0, 0])
  })

  it('stand in the file: characters closer, 附件说明 a line below the text', async () => {
    const document = editionOf(documentOf(fictionalCase), { edition: 'submission', annexes: ['甲表', '乙表'], cover: null, contents: false, secret: [] })
    const xml = strFromU8(unzipSync(await writeReport(document, officialProfile))['word/document.xml']!)
    expect(xml).toContain('<w:spacing w:val="-5"/>')
    const paragraphs = xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs) ?? []
    expect(paragraphs.filter((one) => /[甲乙]表/.test(one)).map((one) => /w:before="579"/.test(one))).toEqual([true, false])
  })
})
