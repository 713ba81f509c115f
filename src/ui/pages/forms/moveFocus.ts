import type { CellPlace } from './target'

/** Where an arrow leads. */
export type Direction = 'up' | 'down' | 'left' | 'right'

const cellsIn = (sheet: HTMLElement): readonly HTMLElement[] => [...sheet.querySelectorAll<HTMLElement>('[data-cell]:not(:disabled)')]

/** Moves the focus to the nearest cell in a direction, as the eye would; stays where there is none. */
export function moveFocus(sheet: HTMLElement, from: HTMLElement, direction: Direction): boolean {
  const here = from.getBoundingClientRect()
  const vertical = direction === 'up' || direction === 'down'
  const sign = direction === 'down' || direction === 'right' ? 1 : -1
  let best: { readonly cell: HTMLElement; readonly far: number } | null = null
  for (const cell of cellsIn(sheet)) {
    const there = cell.getBoundingClientRect()
    const along = sign * (vertical ? there.top - here.top : there.left - here.left)
    const aside = Math.abs(vertical ? there.left - here.left : there.top - here.top)
    if (cell === from || along < 4 || (!vertical && aside > 8)) continue
    const far = along + aside * 3
    if (best === null || far < best.far) best = { cell, far }
  }
  best?.cell.focus()
  return best !== null
}

/** The direction an arrow or Enter leads to from a cell, or null where the key belongs to the text inside it. */
export function directionOf(event: KeyboardEvent): Direction | null {
  const cell = event.target
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'Enter') return cell instanceof HTMLTextAreaElement && !event.shiftKey ? null : event.shiftKey ? 'up' : 'down'
  if (cell instanceof HTMLSelectElement || cell instanceof HTMLTextAreaElement) return null
  if (!(cell instanceof HTMLInputElement) || cell.type === 'date') return null
  if (event.key === 'ArrowUp') return 'up'
  if (event.key === 'ArrowDown') return 'down'
  const [start, end, length] = [cell.selectionStart ?? 0, cell.selectionEnd ?? 0, cell.value.length]
  const all = start === 0 && end === length
  if (event.key === 'ArrowLeft' && (all || (start === 0 && end === 0))) return 'left'
  if (event.key === 'ArrowRight' && (all || (start === length && end === length))) return 'right'
  return null
}

/** How far a key draws a range, or null where it draws none. */
export function stepFrom(key: string): { readonly rows: number; readonly columns: number } | null {
  switch (key) {
    case 'ArrowUp': return { rows: -1, columns: 0 }
    case 'ArrowDown': return { rows: 1, columns: 0 }
    case 'ArrowLeft': return { rows: 0, columns: -1 }
    case 'ArrowRight': return { rows: 0, columns: 1 }
    case 'PageUp': return { rows: -PAGE, columns: 0 }
    case 'PageDown': return { rows: PAGE, columns: 0 }
    default: return null
  }
}

/** Rows a page key goes. */
const PAGE = 15

/** Frames a row far away may take to be drawn. */
const FRAMES = 6

/** Focuses a cell; where its row is not drawn yet, scrolls its block there first. */
export async function focusCell(sheet: HTMLElement | undefined, { block, row, column }: CellPlace): Promise<void> {
  const find = (): HTMLElement | null | undefined =>
    sheet?.querySelector<HTMLElement>(`[data-block="${CSS.escape(block)}"][data-row="${row}"][data-column="${column}"]`)
  if (!find()) sheet?.querySelector(`[data-list="${CSS.escape(block)}"]`)?.dispatchEvent(new CustomEvent('show-row', { detail: row }))
  for (let frame = 0; frame < FRAMES && !find(); frame++) await new Promise((drawn) => { requestAnimationFrame(drawn) })
  find()?.focus()
}
