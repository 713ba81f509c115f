import { markerOf } from '../lists'
import type { Fault } from './fault'
import { spanOf, type FaultSource } from './faultSource'

/** A heading with nothing under it, beside one that has something: a table of contents has nothing under any. */
export function emptySections({ flow, lines }: FaultSource): readonly Fault[] {
  const shown = lines.filter(({ text }) => text.trim() !== '')
  const heads = shown.flatMap((line, at) => {
    const marker = line.row ? null : markerOf(line.text)
    return marker && marker.kind <= 2 && line.text.length <= 32 && !/[。；：，]/.test(line.text) && !/\d[\d.]*(?:万元|元|%|人)/.test(line.text) ? [{ line, at, marker }] : []
  })
  const filled = (at: number): boolean => shown[at + 1] !== undefined && !heads.some((head) => head.at === at + 1)
  return heads.flatMap(({ line, at, marker }, n): readonly Fault[] => {
    const next = heads[n + 1]
    const before = heads.slice(0, n).findLast((head) => head.marker.kind === marker.kind)
    if (!next || next.at !== at + 1 || next.marker.kind > marker.kind || !before || !filled(before.at) || before.marker.number !== marker.number - 1) return []
    return next.marker.kind === marker.kind && next.marker.number !== marker.number + 1 ? [] : [{ kind: 'emptySection', severity: 'hint', says: '这一节只有标题，没有内容', places: [spanOf(flow, line.start, line.end)] }]
  })
}

/** A title names its year and what it is, and says nothing: no clause, no amount. */
const TITLE = /^(?=.{0,30}(?:19|20)\d\d年?度?)[^，。；：]{0,50}(?:报告|决算|预算|自评|评价|情况|说明)[^，。；：]{0,12}$/

/** The year of the title against years that cannot be: a comparison with itself or the future. */
export function yearFaults({ flow }: FaultSource): readonly Fault[] {
  // As the text breaks its lines: in the flow a title may have run into the first paragraph.
  const title = flow.source.slice(0, 1000).split('\n').map((line) => line.replace(/\s/g, '')).filter((line) => line !== '').slice(0, 6).find((line) => TITLE.test(line))
  const years = new Set(title?.match(/(?:19|20)\d\d/g))
  const year = years.size === 1 ? Number([...years][0]) : 0
  if (year === 0) return []
  return [...flow.text.matchAll(/(?:比|较|与|和)((?:19|20)\d\d)年(?:度)?(?:同期|决算)?(?:数)?(?:相比|增|减|下降|上升|持平|对比)/g)].flatMap((match): readonly Fault[] => {
    const other = Number(match[1])
    // 2025年计划比2024年增长: the sentence speaks of another year than the title.
    const sentence = flow.text.slice(Math.max(flow.text.lastIndexOf('。', match.index), flow.text.lastIndexOf('\n', match.index)) + 1, match.index)
    if ((sentence.match(/(?:19|20)\d\d(?=年)/g) ?? []).some((one) => Number(one) !== year)) return []
    const says = other === year ? `报告年度是 ${year} 年，却与 ${other} 年自己比` : other > year ? `报告年度是 ${year} 年，却与以后的 ${other} 年比` : ''
    return says === '' ? [] : [{ kind: 'year', severity: 'suspicion', says, places: [spanOf(flow, match.index, match.index + match[0].length)] }]
  })
}

/** 我局 and 我院 in one report: a passage may come from another unit's. */
export function selfNames({ flow }: FaultSource): readonly Fault[] {
  const found = new Map<string, { readonly at: number }[]>()
  for (const match of flow.text.matchAll(/我([局院校办委馆站所队]|中心)(?!国|军|党|省|市|县|区|长|领导)/g)) found.set(match[1]!, [...(found.get(match[1]!) ?? []), { at: match.index }])
  const ordered = [...found].sort((a, b) => b[1].length - a[1].length)
  const [main, ...others] = ordered
  if (!main || main[1].length < 3) return []
  return others.flatMap(([name, places]) => (places.length * 3 <= main[1].length
    ? places.map(({ at }): Fault => ({ kind: 'unitName', severity: 'suspicion', says: `全文多称“我${main[0]}”，这里写“我${name}”，可能抄自别的单位`, places: [spanOf(flow, at, at + 1 + name.length)] })) : []))
}
