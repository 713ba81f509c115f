import type { Line } from './lines'

/** A page's lines outside tables, from top to bottom. */
export interface PageLines {
  readonly height: number
  readonly lines: readonly Line[]
}

/** The part of a page's height, at its top and at its foot, where running heads and page numbers stand. */
const EDGE = 0.1

const PAGE_NUMBER = /^(?:[-—–―－·•\s]{1,6}\d{1,4}[-—–―－·•\s]{1,6}|第\s*\d{1,4}\s*页.{0,12}|\d{1,4}\s*[/／]\s*\d{1,4}|第?[一二三四五六七八九十]{1,3}页)$/
/** A line that tells a unit or a table belongs to the report, though it stand on top of every page. */
const MEANINGFUL = /单位\s*[:：]|[:：（(]\s*[百千]?[万亿]?元|公开\s*\d+\s*表/

const shapeOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, '')

const atEdge = ({ base }: Line, height: number): boolean => base < height * EDGE || base > height * (1 - EDGE)

/** The pages' lines without running heads and page numbers: what repeats at the edge of half the pages, or counts them. */
export function withoutRunningHeads(pages: readonly PageLines[]): readonly (readonly Line[])[] {
  const counts = new Map<string, number>()
  for (const { lines, height } of pages)
    for (const shape of new Set(lines.filter((line) => atEdge(line, height)).map(({ text }) => shapeOf(text)))) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  const enough = Math.max(3, pages.length * 0.4)
  return pages.map(({ lines, height }, i) => lines.filter((line) => {
    const text = line.text.trim()
    if (!atEdge(line, height)) return true
    if (PAGE_NUMBER.test(text) || text === String(i + 1)) return false
    return MEANINGFUL.test(text) || (counts.get(shapeOf(text)) ?? 0) < enough
  }))
}
