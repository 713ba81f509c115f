import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { checkupSample } from '../../../src/catalog/samples/checkupSample'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { checkText } from '../../../src/domain/checkup/checkText'

const verdicts = (text: string): readonly string[] => checkText(text).relations.map(({ kind, verdict }) => `${kind} ${verdict}`)
import { assess } from '../../../src/domain/indicators/assess'
import { compose } from '../../../src/domain/report/compose'

describe('figures of a text', () => {
  it.each([
    ['支出1,286.40万元', '1286.40', '万元', '12863950', '12864050'], ['支出２.５亿元', '2.5', '亿元', '245000000', '255000000'],
    ['巡检500余次', '500', '次', '500', '600'], ['占57.69%', '57.69', '%', '57.685', '57.695'], ['费用0万元', '0', '万元', '0', '0'],
  ])('%s', (text, value, unit, low, high) => expect(checkText(text).quantities).toMatchObject([{ value, unit, low, high }]))
  it.each(['2025年', '3月5日', '某政发〔2018〕9号', '第12页'])('%s is none', (text) => expect(checkText(text).quantities).toEqual([]))
})

describe('totals and their parts', () => {
  it.each([
    ['支出合计750万元，其中：基本支出300万元，项目支出450万元。', ['sum holds']],
    ['支出合计800万元，其中：基本支出300万元，项目支出450万元。', ['sum contradicted']],
    ['支出合计750万元，其中：基本支出300.2万元，项目支出450万元。', ['sum rounding']],
    ['支出合计0.075亿元，其中：基本支出300万元，项目支出4500000元。', ['sum holds']],
    ['在职41人，其中：行政25人，事业16人。', ['sum holds']],
    ['支出800万元，主要包括培训20万元、会议30万元等。', []],
    ['收入800万元，其中财政拨款790万元。', ['partOf holds']],
    ['支出750万元，其中：基本支出300万元，占40%，比上年增加20万元；项目支出450万元，占60%。', ['sum holds', 'sum holds', 'share holds', 'share holds']],
  ])('%s', (text, expected) => expect([...verdicts(text)].sort()).toEqual([...expected].sort()))

  it('are found wrong in the sample where they were made wrong', () =>
    expect(checkText(checkupSample).relations.filter(({ verdict }) => verdict === 'contradicted').map(({ stated }) => stated.text).sort()).toEqual(['1,286.40万元', '3个', '554.25', '6.90%', '92.38%']))

  it('hold in the founding report', () => {
    const document = compose(catalog.outlines.find(({ id }) => id === foundingCase.outline)!, foundingCase, assess(foundingCase.framework, foundingCase))
    const report = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [])).join('\n')
    expect(checkText(report).relations.length).toBeGreaterThan(0)
    expect(checkText(report).relations.filter(({ verdict }) => verdict === 'contradicted')).toEqual([])
  })
})
