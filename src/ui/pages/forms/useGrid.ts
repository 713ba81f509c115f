import { nextTick, provide, shallowRef, type Ref } from 'vue'
import { directionOf, focusCell, moveFocus, stepFrom } from './moveFocus'
import { boundsOf, isRange, onlyCell, placeOf, SelectionKey, type Bounds, type Selection } from './selection'
import type { CellPlace } from './target'

/** What a form does when its grid is asked to. */
export interface GridActions {
  /** Rows and columns of a block. */
  readonly size: (block: string) => { readonly rows: number; readonly columns: number }
  readonly clear: (block: string, bounds: Bounds) => void
  readonly fillDown: (block: string, bounds: Bounds) => void
  /** Text of a range for the clipboard. */
  readonly copy: (block: string, bounds: Bounds) => string
  readonly paste: (block: string, bounds: Bounds, text: string) => void
  /** Row actions of lists; not asked for where the block is fixed. */
  readonly row: (block: string, bounds: Bounds, act: 'insert' | 'remove' | 'duplicate' | 'up' | 'down') => number | null
}

const ROW_KEYS: readonly (readonly [keys: string, act: Parameters<GridActions['row']>[2]])[] = [
  ['ctrl+shift+enter', 'insert'], ['alt+delete', 'remove'], ['ctrl+shift+d', 'duplicate'], ['alt+arrowup', 'up'], ['alt+arrowdown', 'down'],
]

const keysOf = (event: KeyboardEvent): string =>
  `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`

/** Whether the key belongs to the text inside the cell: it is edited, or it has several lines. */
const textHas = (cell: EventTarget | null, selection: Selection | null): boolean =>
  cell instanceof HTMLTextAreaElement || (selection?.editing === true && !isRange(selection))

/** Selecting, moving, copying, pasting and filling over the cells of one form, by keys and mouse. Every cell stays a real input. */
export function useGrid(sheet: Ref<HTMLElement | undefined>, actions: GridActions) {
  const selection = shallowRef<Selection | null>(null)
  provide(SelectionKey, selection)
  let drawing = false

  const select = (place: CellPlace, editing = false): void => { selection.value = onlyCell(place, editing) }

  function extendTo(place: CellPlace): void {
    const now = selection.value
    if (now?.block !== place.block || (now.head.row === place.row && now.head.column === place.column)) return
    selection.value = { ...now, head: { row: place.row, column: place.column }, editing: false }
  }

  function extendBy(event: KeyboardEvent): boolean {
    const now = selection.value
    const step = event.shiftKey ? stepFrom(event.key) : null
    if (!now || !step) return false
    const { rows, columns } = actions.size(now.block)
    const row = Math.min(rows - 1, Math.max(0, now.head.row + step.rows))
    const column = Math.min(columns - 1, Math.max(0, now.head.column + step.columns))
    extendTo({ block: now.block, row, column })
    sheet.value?.querySelector(`[data-block="${CSS.escape(now.block)}"][data-row="${row}"][data-column="${column}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return true
  }

  async function toRow(block: string, row: number, column: number): Promise<void> {
    select({ block, row, column })
    await nextTick()
    await focusCell(sheet.value, { block, row, column })
  }

  /** What a key does to the range; true where it did. */
  function onRange(event: KeyboardEvent, now: Selection): boolean {
    const bounds = boundsOf(now)
    const act = ROW_KEYS.find(([keys]) => keys === keysOf(event))?.[1]
    if (act) {
      const row = actions.row(now.block, bounds, act)
      if (row !== null) void toRow(now.block, row, now.anchor.column)
      return row !== null
    }
    switch (keysOf(event)) {
      case 'ctrl+d': actions.fillDown(now.block, bounds); return true
      case 'ctrl+a': {
        const { rows, columns } = actions.size(now.block)
        selection.value = { ...now, anchor: { row: 0, column: 0 }, head: { row: rows - 1, column: columns - 1 }, editing: false }
        return true
      }
      case 'ctrl+home': void toRow(now.block, 0, 0); return true
      case 'ctrl+end': void toRow(now.block, actions.size(now.block).rows - 1, now.anchor.column); return true
      case 'delete': case 'backspace':
        if (!isRange(now)) return false
        actions.clear(now.block, bounds)
        return true
      case 'escape':
        if (!isRange(now)) return false
        selection.value = { ...now, head: now.anchor }
        return true
      default: return false
    }
  }

  function startEditing(cell: HTMLElement): boolean {
    if (!(cell instanceof HTMLInputElement) || cell.type === 'date' || !selection.value) return false
    selection.value = { ...selection.value, head: selection.value.anchor, editing: true }
    cell.setSelectionRange(cell.value.length, cell.value.length)
    return true
  }

  function onKey(event: KeyboardEvent): void {
    const cell = event.target
    if (event.isComposing || event.keyCode === 229 || !(cell instanceof HTMLElement) || !placeOf(cell) || !sheet.value) return
    const done = (): void => event.preventDefault()
    if (event.key === 'F2') return startEditing(cell) ? done() : undefined
    const now = selection.value
    const inText = textHas(cell, now) && !event.altKey && !(event.ctrlKey && event.shiftKey)
    if (now && !inText && (onRange(event, now) || (!event.ctrlKey && !event.altKey && extendBy(event)))) return done()
    const direction = inText && event.key.startsWith('Arrow') ? null : directionOf(event)
    if (direction === null) return
    done()
    if (!moveFocus(sheet.value, cell, direction) && event.key === 'Enter') cell.blur()
  }

  function onFocusIn(event: FocusEvent): void {
    const place = placeOf(event.target)
    if (place && !drawing) select(place)
  }

  function onMouseDown(event: MouseEvent): void {
    const place = placeOf(event.target)
    const cell = event.target
    if (!place || event.button !== 0 || !(cell instanceof HTMLElement)) return
    if (event.shiftKey && selection.value?.block === place.block) {
      event.preventDefault()
      return extendTo(place)
    }
    drawing = true
    const already = document.activeElement === cell
    select(place, already)
    // The first click takes the cell as a whole, so that typing goes over it; the second puts the cursor into it.
    if (!already && cell instanceof HTMLInputElement && cell.type !== 'date') {
      event.preventDefault()
      cell.focus()
    }
  }

  function onMouseMove(event: MouseEvent): void {
    if (!drawing || (event.buttons & 1) === 0) {
      drawing = false
      return
    }
    const place = placeOf(event.target)
    if (!place) return
    extendTo(place)
    if (selection.value && isRange(selection.value)) event.preventDefault()
  }

  function onCopy(event: ClipboardEvent, cut = false): void {
    const now = selection.value
    const cell = event.target
    if (!now || !placeOf(cell) || (!isRange(now) && textHas(cell, now))) return
    if (!isRange(now) && cell instanceof HTMLInputElement && cell.value !== '' && cell.selectionEnd! - cell.selectionStart! < cell.value.length) return
    event.preventDefault()
    event.clipboardData?.setData('text/plain', actions.copy(now.block, boundsOf(now)))
    if (cut) actions.clear(now.block, boundsOf(now))
  }

  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const now = selection.value
    if (!now || !placeOf(event.target) || !(isRange(now) || /[\t\n\r]/.test(text.replace(/\r?\n$/, '')))) return
    event.preventDefault()
    actions.paste(now.block, boundsOf(now), text)
  }

  return {
    selection,
    listeners: {
      keydown: onKey, focusin: onFocusIn, mousedown: onMouseDown, mousemove: onMouseMove, mouseup: () => { drawing = false },
      copy: onCopy, cut: (event: ClipboardEvent) => onCopy(event, true), paste: onPaste,
    },
  }
}
