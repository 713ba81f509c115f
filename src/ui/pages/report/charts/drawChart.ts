import { BarChart, PieChart, RadarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, RadarComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartData } from '../../../../domain/report/charts'
import type { Picture } from '../../../../domain/report/document'

use([BarChart, PieChart, RadarChart, AriaComponent, GridComponent, LegendComponent, RadarComponent, SVGRenderer])

const WIDTH = 560
/** Told apart in grey print too: dark to light. */
const COLOURS = ['#1c4e80', '#4f9d8f', '#d98b3a', '#8c6bb1', '#9aa5b1', '#c2544d']
// Unquoted: a quote would end the attribute it is written into.
const FONT = 'SimSun, Noto Serif CJK SC, serif'
const text = { fontFamily: FONT, fontSize: 12, color: '#222' }
const shortened = (label: string, most: number): string => (label.length > most ? `${label.slice(0, most - 1)}…` : label)

function heightOf({ shape, rows }: ChartData): number {
  return shape === 'lying' ? Math.max(180, 60 + rows.length * 26) : 320
}

const valuesOf = ({ rows }: ChartData, series: number): readonly (number | null)[] => rows.map(({ values }) => (values[series] === null || values[series] === undefined ? null : Number(values[series])))
const label = (unit: string) => ({ ...text, show: true, fontSize: 11, formatter: ({ value }: { value?: unknown }) => (typeof value === 'number' ? `${value}${unit === '%' ? '%' : ''}` : '') })

function optionOf(data: ChartData): Record<string, unknown> {
  const common = { animation: false, color: COLOURS, textStyle: text, backgroundColor: '#fff', ...(data.series.length > 1 ? { legend: { top: 4, textStyle: text } } : {}) }
  const categories = { type: 'category', axisTick: { show: false }, axisLabel: text }
  const values = { type: 'value', name: data.unit, nameTextStyle: text, axisLabel: text, splitLine: { lineStyle: { color: '#e3e7ec' } } }
  switch (data.shape) {
    case 'pie':
      return { ...common, series: [{
        type: 'pie', radius: ['36%', '64%'], center: ['50%', '52%'], data: data.rows.map(({ label: name, values: [value] }) => ({ name, value: Number(value ?? 0) })),
        label: { ...text, lineHeight: 18, formatter: `{b}\n{c}${data.unit}，{d}%` }, itemStyle: { borderColor: '#fff', borderWidth: 1.5 },
      }] }
    case 'radar': {
      const known = data.rows.map(({ values: [value] }) => Number(value ?? 0))
      return { ...common, radar: { indicator: data.rows.map(({ label: name, values: [value] }) => ({ name: `${shortened(name, 8)}\n${value === null || value === undefined ? '待定' : `${Number(value)}${data.unit}`}`, max: 100 })), radius: '62%', axisName: { ...text, lineHeight: 17 } },
        series: [{ type: 'radar', data: [{ value: known, name: data.series[0] }], areaStyle: { opacity: 0.18 } }] }
    }
    case 'lying':
      return { ...common, grid: { left: 170, right: 70, top: 16, bottom: 30 }, xAxis: values,
        yAxis: { ...categories, inverse: true, data: data.rows.map(({ label: name }) => shortened(name, 13)) },
        series: [{ type: 'bar', data: valuesOf(data, 0), barMaxWidth: 16, label: { ...label(data.unit), position: 'right' } }] }
    case 'bars':
      return { ...common, grid: { left: 64, right: 20, top: 44, bottom: 34 }, yAxis: values,
        xAxis: { ...categories, data: data.rows.map(({ label: name }) => name) },
        series: data.series.map((name, i) => ({ type: 'bar', name, data: valuesOf(data, i), barMaxWidth: 40, barCategoryGap: '10%', barGap: '12%', label: { ...label(data.unit), fontSize: 10, position: 'top' } })) }
  }
}

/** A chart as SVG, drawn without the page. */
export function drawSvg(data: ChartData): { readonly svg: string; readonly width: number; readonly height: number } {
  const height = heightOf(data)
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height })
  try {
    chart.setOption(optionOf(data))
    return { svg: chart.renderToSVGString(), width: WIDTH, height }
  } finally {
    chart.dispose()
  }
}

/** A chart with its picture, three dots a pixel: for Word, and for those who want a PNG. Rejects where the browser cannot draw it. */
export async function drawChart(data: ChartData): Promise<Picture> {
  const drawn = drawSvg(data)
  const address = URL.createObjectURL(new Blob([drawn.svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = drawn.width * 3
    canvas.height = drawn.height * 3
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/png') })
    if (!blob) throw new Error('浏览器没有画出图片')
    return { ...drawn, png: new Uint8Array(await blob.arrayBuffer()) }
  } finally {
    URL.revokeObjectURL(address)
  }
}
