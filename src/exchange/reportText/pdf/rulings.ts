import { applied, IDENTITY, multiply, type Matrix } from './matrix'

/** A straight line of a table, along x (`flat`) or y; `at` is its place across, `from` and `to` its ends along. Points, origin top left. */
export interface Ruling {
  readonly flat: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Thicker than this is a bar, not a line. */
const THICKEST = 2.5
const SHORTEST = 3
/** pdf.js's own codes inside a path. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
const CLOSE = 4
/** A page of drawings rather than tables. */
const MOST_RULINGS = 20_000

type Codes = { readonly [name: string]: number }
type Point = readonly [number, number]

/** Subpaths of a path as points; curves by their ends. */
function subpaths(data: ArrayLike<number>): readonly (readonly Point[])[] {
  const found: Point[][] = []
  let current: Point[] = []
  for (let i = 0; i < data.length;) {
    const code = data[i++]
    if (code === MOVE || code === LINE) {
      if (code === MOVE) found.push(current = [])
      current.push([data[i]!, data[i + 1]!])
      i += 2
    } else if (code === CURVE || code === QUADRATIC) {
      i += code === CURVE ? 6 : 4
      current.push([data[i - 2]!, data[i - 1]!])
    } else if (code === CLOSE) {
      if (current[0]) current.push(current[0])
    } else break
  }
  return found
}

function between([x1, y1]: Point, [x2, y2]: Point): Ruling | null {
  const [dx, dy] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
  if (dy <= 1 && dx >= SHORTEST) return { flat: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }
  if (dx <= 1 && dy >= SHORTEST) return { flat: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }
  return null
}

/** A filled box that is thin is a line. */
function thin(points: readonly Point[]): Ruling | null {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top <= THICKEST && right - left >= SHORTEST) return { flat: true, at: (top + bottom) / 2, from: left, to: right }
  if (right - left <= THICKEST && bottom - top >= SHORTEST) return { flat: false, at: (left + right) / 2, from: top, to: bottom }
  return null
}

/** The ruling lines a page draws, from pdf.js's list of operators. `toPage` leads from the page's own space to ours. */
export function rulingsOf(codes: readonly number[], args: readonly unknown[], ops: Codes, toPage: Matrix): readonly Ruling[] {
  const found: Ruling[] = []
  const saved: Matrix[] = []
  let map = IDENTITY
  const fills = new Set([ops['fill'], ops['eoFill']])
  for (let i = 0; i < codes.length && found.length < MOST_RULINGS; i++) {
    const code = codes[i]!
    if (code === ops['save'] || code === ops['paintFormXObjectBegin']) {
      saved.push(map)
      const own = code === ops['save'] ? null : (args[i] as readonly [readonly number[] | null])[0]
      if (own) map = multiply(map, own as unknown as Matrix)
    } else if (code === ops['restore'] || code === ops['paintFormXObjectEnd']) map = saved.pop() ?? IDENTITY
    else if (code === ops['transform']) map = multiply(map, args[i] as Matrix)
    else if (code === ops['constructPath']) {
      const [paint, [data]] = args[i] as readonly [number, readonly [ArrayLike<number> | null]]
      if (!data || paint === ops['endPath']) continue
      const full = multiply(toPage, map)
      for (const path of subpaths(data)) {
        const points = path.map(([x, y]) => applied(full, x, y))
        const filled = points.length > 2 ? thin(points) : null
        if (filled) found.push(filled)
        else if (!fills.has(paint)) for (let at = 1; at < points.length; at++) {
          const line = between(points[at - 1]!, points[at]!)
          if (line) found.push(line)
        }
      }
    }
  }
  return found
}
