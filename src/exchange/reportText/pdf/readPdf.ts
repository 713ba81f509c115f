import { refused, type ReportReading } from '../reportReading'
import { layOut } from './layOut'
import { openPdf, type PDFDocumentProxy } from './openPdf'
import { pageContent, type PageContent } from './pageContent'

const MOST_PAGES = 600
const MOST_NAMED = 12

const pagesWords = (pages: readonly number[]): string => `第 ${pages.slice(0, MOST_NAMED).join('、')}${pages.length > MOST_NAMED ? ` 等 ${pages.length} ` : ' '}页`

/** Characters that no report prints: private-use, unmapped, control. Many of them mean the font does not tell its letters. */
const unreadable = (text: string): number => text.match(/[\ue000-\uf8ff\ufffd\u0080-\u009f]/g)?.length ?? 0

function refusalOf(error: unknown, fileName: string): ReportReading {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return refused(fileName, `“${fileName}”设了打开密码，读不出文字。请用 PDF 软件打开后去掉密码，另存一份再核对。`)
  return refused(fileName, `“${fileName}”不完整或已损坏，不能读取。请重新取得文件，或用 PDF 软件打开后另存一份再核对。`)
}

/** Reads a PDF with a text layer; a scan is said to be one. `progress` runs from 0 to 1 by pages. */
export async function readPdf(bytes: Uint8Array, fileName: string, progress: (done: number) => void): Promise<ReportReading> {
  let pdf: PDFDocumentProxy
  try {
    pdf = await openPdf(bytes)
  } catch (error) {
    return refusalOf(error, fileName)
  }
  try {
    const total = pdf.numPages
    const pages: PageContent[] = []
    const empty: number[] = []
    const broken: number[] = []
    for (let number = 1; number <= Math.min(total, MOST_PAGES); number++) {
      try {
        const page = await pdf.getPage(number)
        pages.push(await pageContent(page))
        page.cleanup()
      } catch {
        broken.push(number)
        pages.push({ width: 1, height: 1, glyphs: [], rulings: [] })
      }
      if (pages.at(-1)!.glyphs.length === 0 && broken.at(-1) !== number) empty.push(number)
      progress(number / Math.min(total, MOST_PAGES))
    }
    if (broken.length === pages.length) return refusalOf(null, fileName)
    if (empty.length + broken.length === pages.length)
      return refused(fileName, `“${fileName}”是扫描件：${total} 页都是图片，没有文字层，读不到数字。请用原来的 Word 文件，或先做文字识别（OCR）再核对。`)
    const report = layOut(pages)
    if (unreadable(report.text) * 5 > report.text.length)
      return refused(fileName, `“${fileName}”的字体没有带文字编码，读出来是乱码。请用原来的 Word 文件，或先做文字识别（OCR）再核对。`)
    const notes = [
      ...(empty.length > 0 ? [`${pagesWords(empty)}是图片或空白，没有文字层，没有核对。`] : []),
      ...(broken.length > 0 ? [`${pagesWords(broken)}已损坏，没有核对。`] : []),
      ...(total > MOST_PAGES ? [`共 ${total} 页，只核对了前 ${MOST_PAGES} 页。`] : []),
    ]
    return { ok: true, fileName, report, notes }
  } catch (error) {
    return refusalOf(error, fileName)
  } finally {
    await pdf.destroy()
  }
}
