import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import { compose } from '../../src/domain/report/compose'
import type { ReportDocument } from '../../src/domain/report/document'

const composed = (evaluation: Evaluation): ReportDocument =>
  compose(catalog.outlines.find((outline) => outline.id === evaluation.outline)!, evaluation, assess(evaluation.framework, evaluation))

const textOf = (document: ReportDocument): string =>
  document.blocks
    .map((block) => (block.kind === 'heading' ? block.number + block.text : block.kind === 'paragraph' ? block.runs.map((run) => run.text).join('') : ''))
    .join('\n')

/** Every figure of the founding report, in its order, written as the report writes it. */
const FIGURES = [
  '编制8人', '在职5人', '7人', '6人', '70处', '15处', '1个', '53个', '6.1万余条', '654件', '回复654件', '100%', '17个', '167个', '23.85万件',
  '5.1万', '6.4万', '5.4万', '16万多条', '6298万余条', '868个', '10余个', '2200余件次', '500余件次', '1300余件次', '300余件次', '3次',
  '二级', '三级', '整体支出830.3万元', '基本支出187.5万元', '专项支出642.8万元', '300万元', '114万元', '229万元',
  '172万元', '4万元', '0.03万元', '11.47万元', '项目19个', '642.8万元', '50万元以上的项目5个', '53.5万', '96.88万', '55.7万', '128.4万', '64.9万',
]

describe('the founding report', () => {
  const document = composed(foundingCase)
  const text = textOf(document)

  it('states every figure of the source, in its order, with its unit', () => {
    let from = 0
    for (const figure of FIGURES) {
      const at = text.indexOf(figure, from)
      expect(at, `${figure} after ${text.slice(Math.max(0, from - 12), from)}`).toBeGreaterThanOrEqual(0)
      from = at
    }
  })

  it('follows the outline of the source', () => {
    expect(document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.number + block.text] : []))).toEqual([
      '一、单位概况', '（一）基本情况', '1. 单位性质及职责', '2. 2020年工作总结', '（二）单位整体支出情况',
      '二、整体支出管理及使用情况', '（一）基本支出', '（二）专项支出', '三、整体支出绩效情况'])
  })

  it('leaves nothing unfilled and says on screen that it is a sample', () => {
    expect(document.unfilled).toEqual([])
    expect(document.notice).toContain('示例')
  })

  it('follows the data: another 编制数 appears in the text', () => {
    const edited = { ...foundingCase, answers: { ...foundingCase.answers, 'staff.quota@approved': { kind: 'given', text: '9' } as const } }
    expect(textOf(composed(edited))).toContain('编制9人')
  })

  it('keeps a figure that was taken away visible', () => {
    const { 'expenditure@actual/all': _gone, ...answers } = foundingCase.answers
    const without = composed({ ...foundingCase, answers })
    expect(textOf(without)).toContain('〔未填：支出合计决算数〕')
    expect(without.unfilled).toEqual(['支出合计决算数'])
  })
})

describe('the fictional report', () => {
  it('is complete by the full Hunan outline', () => {
    const document = composed(fictionalCase)
    expect(document.unfilled).toEqual([])
    expect(document.notice).toContain('虚构')
    expect(textOf(document)).toContain('完成全年预算的98.45%')
    expect(document.blocks.filter((block) => block.kind === 'table')).toHaveLength(2)
  })
})
