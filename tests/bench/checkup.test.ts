import { expect, it } from 'vitest'
import { readReport } from '../../src/exchange/reportText/readReport'
import { openPdf } from '../../src/exchange/reportText/pdf/openPdf'
import { builtModule } from '../support/builtModule'
import { ownCases } from '../support/checkupScore'
import { pdfFile, type DrawnPage } from '../support/pdfFile'
import { medianOf } from '../support/ratio'

/** The founding report's kind of text: much prose, a figure here and there; and our case reports, where every second word is a figure. */
const PROSE = '该项工作按照年初部署稳步推进，制度进一步健全，流程进一步规范，服务对象反映良好，各科室分工明确、责任到人，问题能够及时发现和解决。'

it('1 MB of report text, checked on one core', async () => {
  const { checkText } = await builtModule<typeof import('../../src/domain/checkup/checkText')>('src/domain/checkup/checkText.ts')
  const dense = ownCases().map(({ text }) => text).join('\n\n')
  const usual = dense.split('\n').map((line) => (line.includes('\t') ? line : `${line}\n${PROSE.repeat(3)}`)).join('\n')
  const rows = Array.from({ length: 400 }, (_, i) => {
    const [basic, project] = [1000 + ((i * 37) % 9000), 500 + ((i * 91) % 7000)]
    return `${2_000_000 + i}\t其他支出第${i % 50}类\t${basic + project}.50\t${basic}.25\t${project}.25`
  })
  const table = ['单位：万元', '科目编码\t科目名称\t合计\t基本支出\t项目支出', ...rows].join('\n')
  const nested = Array.from({ length: 150 }, (_, i) => `其中：办公费${i + 3}.5万元，包括水费${i}万元、电费2万元；`).join('')
  for (const [what, source] of [['as reports are', usual], ['figures only', dense], ['rows of a table', table], ['其中 in 其中, one line', nested]] as const) {
    let text = source
    while (Buffer.byteLength(text) < 1_000_000) text += `\n\n${source}`
    const bytes = Buffer.byteLength(text)
    // CPU time, so that a busy machine does not count as a slow check-up.
    const before = process.cpuUsage()
    let runs = 0
    const wall = await medianOf(3, () => {
      runs += 1
      return checkText(text)
    })
    const { user, system } = process.cpuUsage(before)
    const rate = (bytes * runs) / (user + system)
    console.log(`check-up, ${what}: ${(bytes / 1e6).toFixed(2)} MB in ${wall.toFixed(0)} ms, ${rate.toFixed(2)} MB per second of one core`)
    expect(rate).toBeGreaterThan(0)
  }
})

/** A page of a report: thirty lines of words, and a ruled table of ten rows. */
function reportPage(number: number): DrawnPage {
  const prose = Array.from({ length: 20 }, (_, i) => [72, 780 - i * 16, `${number}.${i} 全年支出合计${1000 + i}.50万元，其中基本支出${600 + i}.25万元，项目支出400.25万元，较上年增加12.30万元`, 9] as const)
  const cells = Array.from({ length: 10 }, (_, row) => [0, 1, 2, 3].map((column) => [76 + column * 110, 430 - row * 20, column === 0 ? `项目${row}` : `${row * 13 + column}.25`, 9] as const)).flat()
  const across = Array.from({ length: 11 }, (_, i) => [72, 445 - i * 20, 512, 445 - i * 20] as const)
  const down = Array.from({ length: 5 }, (_, i) => [72 + i * 110, 445, 72 + i * 110, 245] as const)
  return { words: [...prose, ...cells], lines: [...across, ...down] }
}

it('a PDF of 30 pages, read and checked, against the words alone', async () => {
  const bytes = pdfFile(Array.from({ length: 30 }, (_, i) => reportPage(i + 1)))
  const bare = async (): Promise<void> => {
    const pdf = await openPdf(bytes)
    for (let page = 1; page <= pdf.numPages; page++) await (await pdf.getPage(page)).getTextContent()
    await pdf.destroy()
  }
  const { checkText } = await builtModule<typeof import('../../src/domain/checkup/checkText')>('src/domain/checkup/checkText.ts')
  let figures = 0
  const ours = async (): Promise<void> => {
    const reading = await readReport(bytes, '报告.pdf')
    if (!reading.ok) throw new Error(reading.message)
    figures = checkText(reading.report.text).quantities.length
  }
  await bare()
  await ours()
  const [words, all] = [await medianOf(3, bare), await medianOf(3, ours)]
  console.log(`a PDF of 30 pages with ${figures} figures: ${all.toFixed(0)} ms read and checked; pdf.js alone takes ${words.toFixed(0)} ms for its words`)
  expect(figures).toBeGreaterThan(2000)
})
