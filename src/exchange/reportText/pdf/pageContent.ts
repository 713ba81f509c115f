import { OPS, type PDFPageProxy } from './openPdf'
import { multiply, type Matrix } from './matrix'
import { rulingsOf, type Ruling } from './rulings'

/** A run of characters as it was drawn; origin top left, y downward, in points. */
export interface Glyphs {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The baseline. */
  readonly base: number
  readonly size: number
}

/** What a page shows, as far as it matters here. */
export interface PageContent {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyphs[]
  readonly rulings: readonly Ruling[]
}

interface DrawnItem {
  readonly str?: string
  readonly width?: number
  readonly height?: number
  readonly transform?: readonly number[]
}

/** A page's text runs and ruling lines. Text is taken from the stream's reader: old engines cannot iterate streams. */
export async function pageContent(page: PDFPageProxy): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 })
  const toPage = viewport.transform as unknown as Matrix
  const glyphs: Glyphs[] = []
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader() as ReadableStreamDefaultReader<{ readonly items: readonly DrawnItem[] }>
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    for (const { str = '', width = 0, transform } of value.items) {
      if (!transform || str.trim() === '') continue
      const placed = multiply(toPage, transform as unknown as Matrix)
      const size = Math.hypot(placed[2], placed[3])
      // Text that runs up or down the page is decoration (or a scan's margin), not a line of the report.
      if (size === 0 || Math.abs(placed[1]) > Math.abs(placed[0])) continue
      glyphs.push({ text: str, left: placed[4], right: placed[4] + width, base: placed[5], size })
    }
  }
  if (glyphs.length === 0) return { width: viewport.width, height: viewport.height, glyphs, rulings: [] }
  const { fnArray, argsArray } = await page.getOperatorList()
  return { width: viewport.width, height: viewport.height, glyphs, rulings: rulingsOf(fnArray, argsArray as unknown[], OPS, toPage) }
}
