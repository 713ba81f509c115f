import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { assess } from '../../src/domain/indicators/assess'
import { chartData, CHARTS, type ChartKind } from '../../src/domain/report/charts'
import { reportContext } from '../../src/domain/report/compose'
import { parseXml } from '../../src/exchange/reportText/xml'
import { drawSvg } from '../../src/ui/pages/report/charts/drawChart'

describe('a drawn chart', () => {
  const outline = catalog.outlines.find(({ id }) => id === fictionalCase.outline)!
  const context = reportContext(outline, fictionalCase, assess(fictionalCase.framework, fictionalCase))

  it.each(Object.keys(CHARTS) as ChartKind[])('of %s is well-formed SVG that says its figures', (kind) => {
    const data = chartData(kind, context)!
    const { svg } = drawSvg(data)
    expect(parseXml(svg).ok).toBe(true)
    for (const { values } of data.rows.slice(0, 1)) expect(svg).toContain(String(Number(values[0])))
  })
})
