import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/vue-virtual'
import { computed, type ComputedRef, type Ref } from 'vue'

/** Up to here every row is drawn: the browser does it well, and the page can be printed and searched as a whole. */
const DRAWN_WHOLE = 80
/** Height of a row of one line. */
const ROW_HEIGHT = 30
/** Rows drawn above and below what is seen, so that the next cell is there before the focus is. */
const BEYOND = 14

/** A row that is drawn, and how much room the rows left out above it take. */
export interface DrawnRow {
  readonly index: number
  readonly gap: number
}

/** Which rows of a long list are drawn: those in sight, and the one that holds the focus. */
export function useDrawnRows(box: Ref<HTMLElement | undefined>, count: () => number, focused: () => number | null) {
  const isLong = computed(() => count() > DRAWN_WHOLE)
  const virtualizer = useVirtualizer(computed(() => ({
    count: isLong.value ? count() : 0,
    getScrollElement: () => box.value ?? null,
    estimateSize: () => ROW_HEIGHT,
    // The observer tells each row's height before it is painted; to ask as rows are put in would lay the page out once for each.
    measureElement: (row: Element, entry: ResizeObserverEntry | undefined, of: Virtualizer<HTMLElement, Element>) =>
      (entry?.borderBoxSize[0] ? Math.round(entry.borderBoxSize[0].blockSize) : of.itemSizeCache.get(of.options.getItemKey(of.indexFromElement(row))) ?? ROW_HEIGHT),
    overscan: BEYOND,
    scrollPaddingStart: 2 * ROW_HEIGHT,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const kept = focused()
      const inSight = defaultRangeExtractor(range)
      return kept === null || kept >= count() || inSight.includes(kept) ? inSight : [...inSight, kept].sort((a, b) => a - b)
    },
  })))

  const drawn: ComputedRef<readonly DrawnRow[]> = computed(() => {
    if (!isLong.value) return Array.from({ length: count() }, (_, index) => ({ index, gap: 0 }))
    let end = 0
    return virtualizer.value.getVirtualItems().map((item) => {
      const gap = Math.max(0, item.start - end)
      ;({ end } = item)
      return { index: item.index, gap }
    })
  })
  /** Room below the last drawn row. */
  const tail = computed(() => (isLong.value ? Math.max(0, virtualizer.value.getTotalSize() - (virtualizer.value.getVirtualItems().at(-1)?.end ?? 0)) : 0))

  return {
    isLong, drawn, tail,
    measure: (row: unknown): void => {
      const element = row !== null && typeof row === 'object' && '$el' in row ? row.$el : row
      if (isLong.value && element instanceof HTMLElement) virtualizer.value.measureElement(element)
    },
    show: (index: number): void => virtualizer.value.scrollToIndex(index, { align: 'center' }),
  }
}
