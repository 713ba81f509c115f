import { linesOf } from './lines'
import type { Glyphs } from './pageContent'
import type { Ruling } from './rulings'

/** A table's frame of ruling lines. */
export interface Grid {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Places of the column and row borders, ascending. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly rulings: readonly Ruling[]
}

/** Words spread over a cell's width. */
const SPREAD = /(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/g
const NEAR = 3
/** Lines closer than this are one double line, not a row of text. */
const NARROW = 5

/** Lines drawn cell by cell, joined end to end. */
function merged(rulings: readonly Ruling[]): readonly Ruling[] {
  const found: Ruling[] = []
  for (const line of [...rulings].sort((a, b) => Number(a.flat) - Number(b.flat) || a.at - b.at || a.from - b.from)) {
    let at = found.length - 1
    for (; at >= 0; at--) {
      const other = found[at]!
      if (other.flat !== line.flat || line.at - other.at > 1.5) at = 0
      else if (line.from <= other.to + NEAR && line.to >= other.from - NEAR) break
    }
    const other = found[at]
    if (other) found[at] = { ...other, from: Math.min(other.from, line.from), to: Math.max(other.to, line.to) }
    else found.push(line)
  }
  return found
}

const meet = (flat: Ruling, upright: Ruling): boolean =>
  upright.at >= flat.from - NEAR && upright.at <= flat.to + NEAR && flat.at >= upright.from - NEAR && flat.at <= upright.to + NEAR

/** Values that lie close together, as one. */
function clustered(values: readonly number[]): readonly number[] {
  const found: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) if (found.length === 0 || value - found.at(-1)! > NARROW) found.push(value)
  return found
}

/** Groups of lines that cross: each may be a table. */
function components(lines: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const leader = lines.map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (leader[at] !== at) at = leader[at] = leader[leader[at]!]!
    return at
  }
  lines.forEach((flat, i) => {
    if (flat.flat) lines.forEach((upright, j) => { if (!upright.flat && meet(flat, upright)) leader[find(i)] = find(j) })
  })
  const groups = new Map<number, Ruling[]>()
  lines.forEach((line, i) => {
    const root = find(i)
    const group = groups.get(root)
    if (group) group.push(line)
    else groups.set(root, [line])
  })
  return [...groups.values()]
}

/** The tables a page rules: at least two boxes; sides left open are closed at the lines' ends. Inner tables before the frames around them. */
export function gridsOf(rulings: readonly Ruling[]): readonly Grid[] {
  const grids = components(merged(rulings)).flatMap((lines): Grid[] => {
    const flat = lines.filter((line) => line.flat)
    const upright = lines.filter((line) => !line.flat)
    if (flat.length === 0 || upright.length === 0) return []
    const xs = clustered([...upright.map(({ at }) => at), Math.min(...flat.map(({ from }) => from)), Math.max(...flat.map(({ to }) => to))])
    const ys = clustered([...flat.map(({ at }) => at), Math.min(...upright.map(({ from }) => from)), Math.max(...upright.map(({ to }) => to))])
    return (xs.length - 1) * (ys.length - 1) < 2 ? [] : [{ left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)!, xs, ys, rulings: lines }]
  })
  return grids.sort((a, b) => (a.right - a.left) * (a.bottom - a.top) - (b.right - b.left) * (b.bottom - b.top))
}

const middle = ({ left, right }: Glyphs): number => (left + right) / 2
const height = ({ base, size }: Glyphs): number => base - 0.35 * size

/** Whether a run stands inside a table. */
export const inGrid = ({ left, right, top, bottom }: Grid, run: Glyphs): boolean =>
  middle(run) >= left - 1 && middle(run) <= right + 1 && height(run) >= top - 1 && height(run) <= bottom + 1

const boxOf = (borders: readonly number[], value: number): number => {
  let at = 0
  while (at < borders.length - 2 && value > borders[at + 1]!) at++
  return at
}

/** The table's rows of cell texts. Merged boxes hold their text in the first, the others are blank. */
export function rowsOf(grid: Grid, glyphs: readonly Glyphs[]): readonly (readonly string[])[] {
  const { xs, ys, rulings } = grid
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const owner = Array.from({ length: rows * columns }, (_, i) => i)
  const walled = (flat: boolean, at: number, along: number): boolean =>
    rulings.some((line) => line.flat === flat && Math.abs(line.at - at) <= NARROW && line.from <= along && line.to >= along)
  const find = (box: number): number => (owner[box] === box ? box : owner[box] = find(owner[box]!))
  const join = (a: number, b: number): void => {
    const [first, second] = [find(a), find(b)]
    owner[Math.max(first, second)] = Math.min(first, second)
  }
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      if (c + 1 < columns && !walled(false, xs[c + 1]!, (ys[r]! + ys[r + 1]!) / 2)) join(r * columns + c, r * columns + c + 1)
      if (r + 1 < rows && !walled(true, ys[r + 1]!, (xs[c]! + xs[c + 1]!) / 2)) join(r * columns + c, (r + 1) * columns + c)
    }
  const runs = new Map<number, Glyphs[]>()
  for (const run of glyphs) {
    const box = find(boxOf(ys, height(run)) * columns + boxOf(xs, middle(run)))
    const own = runs.get(box)
    if (own) own.push(run)
    else runs.set(box, [run])
  }
  return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) =>
    linesOf(runs.get(r * columns + c) ?? []).map(({ text }) => text.replace(/\t/g, ' ')).join('').replace(SPREAD, '')))
}
