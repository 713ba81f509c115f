import { attributeOf, childOf, elementsOf, type XmlElement } from '../xml'
import { listNumber } from './listNumber'

interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
}

interface List {
  /** Lists over one abstract list count on. */
  readonly counters: number[]
  readonly levels: readonly (Level | undefined)[]
  /** Levels that this list begins anew at its first use. */
  readonly restarts: ReadonlyMap<number, number>
  used: boolean
}

const DEEPEST_LEVEL = 8
const wholeOf = (text: string | null): number | null => (text !== null && /^\d{1,5}$/.test(text) ? Number(text) : null)

function levelsOf(abstract: XmlElement | undefined): readonly (Level | undefined)[] {
  const levels: (Level | undefined)[] = []
  for (const level of elementsOf(abstract)) {
    const index = wholeOf(attributeOf(level, 'ilvl'))
    if (level.name !== 'lvl' || index === null || index > DEEPEST_LEVEL) continue
    levels[index] = {
      format: attributeOf(childOf(level, 'numFmt'), 'val') ?? 'decimal', text: attributeOf(childOf(level, 'lvlText'), 'val') ?? '',
      start: wholeOf(attributeOf(childOf(level, 'start'), 'val')) ?? 1,
    }
  }
  return levels
}

/** The automatic numbers of a document, given out in reading order. */
export interface Numbering {
  /** The number in front of the next paragraph that has this `w:numPr`; '' where it has none. */
  next(numPr: XmlElement | undefined): string
}

/** Numbering over `word/numbering.xml`. */
export function readNumbering(root: XmlElement | undefined): Numbering {
  const abstracts = new Map<string, { readonly levels: readonly (Level | undefined)[]; readonly counters: number[] }>()
  const lists = new Map<string, List>()
  for (const element of elementsOf(root)) {
    if (element.name === 'abstractNum') abstracts.set(attributeOf(element, 'abstractNumId') ?? '', { levels: levelsOf(element), counters: [] })
    if (element.name !== 'num') continue
    const abstract = abstracts.get(attributeOf(childOf(element, 'abstractNumId'), 'val') ?? '')
    if (!abstract) continue
    const restarts = new Map<number, number>()
    for (const override of elementsOf(element).filter(({ name }) => name === 'lvlOverride')) {
      const index = wholeOf(attributeOf(override, 'ilvl'))
      const start = wholeOf(attributeOf(childOf(override, 'startOverride'), 'val'))
      if (index !== null && start !== null) restarts.set(index, start)
    }
    lists.set(attributeOf(element, 'numId') ?? '', { ...abstract, restarts, used: false })
  }

  return {
    next(numPr) {
      const list = lists.get(attributeOf(childOf(numPr, 'numId'), 'val') ?? '')
      const index = wholeOf(attributeOf(childOf(numPr, 'ilvl'), 'val')) ?? 0
      const level = list?.levels[index]
      if (!list || !level) return ''
      const { counters } = list
      if (!list.used) for (const [at, start] of list.restarts) counters[at] = start - 1
      list.used = true
      counters[index] = (counters[index] ?? level.start - 1) + 1
      counters.length = index + 1
      if (level.format === 'bullet') return ''
      const printed = level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1
        return listNumber(counters[at] ?? list.levels[at]?.start ?? 1, list.levels[at]?.format ?? 'decimal')
      })
      // "1." before "2020年" must not become a number of its own.
      return /[\u0021-\u007e]$/.test(printed) ? `${printed} ` : printed
    },
  }
}
