/** An enumerated point: its words, and the points in them. */
export interface SaidItem {
  readonly text: string
  readonly points: string | null
}

const MARK = /[①②③④⑤⑥⑦⑧⑨⑩⑪⑫]|\(\d{1,2}\)|(?<![\d.%])\d{1,2}(?:\.(?!\d)|、)|(?<=^|[;。\n,:])[一二三四五六七八九]是/g
const OWN_POINTS = /\(?(?:,|计|得|记|占)?(?<points>\d+(?:\.\d+)?)分\)?(?=$|[;。\n])/

/** The points enumerated in a text (① ② ③, 1. 2., (1) (2), 一是 二是), or a line each; empty where there are none. */
export function saidItems(text: string): readonly SaidItem[] {
  const marks = [...text.matchAll(MARK)]
  if (marks.length < 2) return []
  return marks.map((mark, i) => {
    const from = mark.index + mark[0].length
    const raw = text.slice(from, marks[i + 1]?.index ?? text.length)
    // What follows a full stop behind the last item is about all of them.
    const own = i === marks.length - 1 ? raw.split(/[。\n]|;(?=每|各|全部|符合|1项|缺|有1)/)[0] ?? raw : raw
    const points = OWN_POINTS.exec(own.replace(/[;。\n,]+$/, ''))
    return {
      text: own.replace(OWN_POINTS, '').replace(/[;。\n,、]+$/, '').replace(/\((?=$)/, ''),
      points: points?.groups?.['points'] ?? null,
    }
  }).filter((item) => item.text !== '')
}
