import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { assess } from '../../src/domain/indicators/assess'
import { compose } from '../../src/domain/report/compose'
import { officialProfile } from '../../src/exchange/word/typographyProfile'
import { writeReport } from '../../src/exchange/word/writeReport'
import { convert } from '../support/libreOffice'

describe('LibreOffice', () => {
  it('opens the Word report and finds its headings and figures', async () => {
    const document = compose(catalog.outlines[0]!, foundingCase, assess(foundingCase.framework, foundingCase))
    const text = new TextDecoder().decode(convert(await writeReport(document, officialProfile), 'docx', 'txt:Text (encoded):UTF8'))
    for (const words of ['部门整体支出绩效评价报告', '一、单位概况', '（二）单位整体支出情况', '830.3万元', '6298万余条', '其余14项合计', '三、整体支出绩效情况']) expect(text).toContain(words)
  })
})
