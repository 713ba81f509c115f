import { defineStore } from 'pinia'
import { computed } from 'vue'
import { catalog } from '../catalog/catalog'
import { inspections } from '../domain/checks/inspections/inspections'
import type { Answer } from '../domain/evaluation/answer'
import { inverse, type Edit } from '../domain/evaluation/edit'
import type { Row, RowKind, Settings } from '../domain/evaluation/evaluation'
import { stacksOf } from '../domain/evaluation/history'
import type { OwnSection } from '../domain/evaluation/ownSection'
import type { Judgement, ScoreAuthor } from '../domain/evaluation/judgement'
import { figuresOf } from '../domain/figures/figuresOf'
import { measureIndex } from '../domain/forms/cellSpec'
import { completeness as completenessOf } from '../domain/forms/completeness'
import { assessor } from '../domain/indicators/assess'
import type { ItemId } from '../domain/measures/item'
import type { Paragraph } from '../domain/report/document'
import { outlineOf } from '../domain/report/outlineOf'
import { randomId } from '../kernel/randomId'
import { useDesk } from './desk'
import { clashWords, placeWords } from './editWords'
import { keepBefore } from './keepBefore'
import { keeper } from './keeper'
import { useServices } from './keys'
import { lastYearOf } from './lastYear'
import { settledOf } from './settled'
import { settledReview } from './settledReview'

const measures = measureIndex(catalog.measures)

/** The open evaluation: what was typed is kept, everything else follows from it. */
export const useEvaluation = defineStore('evaluation', () => {
  const { storage, now } = useServices()
  const desk = useDesk()
  const kept = keeper(storage, now, desk.noteWritten)
  const { evaluation, changes, editable, conflict } = kept

  const figures = computed(() => evaluation.value && figuresOf(evaluation.value, catalog.measures))
  const assessmentOf = (author: ScoreAuthor) => {
    const assess = assessor(author)
    return computed(() => evaluation.value && assess(evaluation.value.framework, evaluation.value))
  }
  const assessments = { self: assessmentOf('self'), review: assessmentOf('review'), evaluation: assessmentOf('evaluation') }
  const lastYear = lastYearOf(evaluation, desk, storage.evaluations)
  const settled = settledOf(evaluation)
  const assessSettled = assessor('self')
  const review = settledReview(settled, catalog.checks, catalog.measures, (now_) => ({ last: lastYear.value, inspections, assessment: assessSettled(now_.framework, now_) }))
  const completeness = computed(() => {
    const now_ = settled.value
    const known = now_ && figuresOf(now_, catalog.measures)
    return now_ && known ? catalog.forms.map((form) => completenessOf(form, now_, known, measures)) : []
  })

  const stacks = computed(() => stacksOf(changes.value))
  const wordsOf = (last: Edit | undefined): string | null => (last && evaluation.value ? placeWords(last, evaluation.value) : null)

  function edit(change: Edit): boolean {
    if (change.kind === 'framework' && evaluation.value) keepBefore(storage, evaluation.value.id, '更换指标体系之前', now())
    return kept.make('edit', change)
  }

  const rows = (table: string): readonly Row[] => evaluation.value?.tables[table] ?? []

  const isOpen = <T>(make: (open: NonNullable<typeof evaluation.value>) => T): T | false => (evaluation.value ? make(evaluation.value) : false)

  return {
    evaluation, figures, review, completeness, lastYear,
    assessment: assessments.self,
    assessmentBy: (author: ScoreAuthor) => assessments[author].value,

    saveState: kept.state, savedAt: kept.savedAt, saveProblem: kept.problem, notice: kept.notice, editable,
    conflict: computed(() => conflict.value && {
      clashes: conflict.value.clashes.map((clash) => clashWords(clash.edit, conflict.value!.record.evaluation)),
    }),
    open: kept.open.bind(kept), close: kept.close.bind(kept), reload: kept.reload.bind(kept),
    retry: kept.retry.bind(kept), resolve: kept.resolve.bind(kept),
    dismissNotice(): void { kept.notice.value = null },
    /** 完成: resolves when everything is on the disk and not only in the browser's hands. */
    async finish(): Promise<void> {
      await kept.retry()
      await storage.evaluations.settle()
    },

    canUndo: computed(() => editable.value && stacks.value.undo.length > 0),
    canRedo: computed(() => editable.value && stacks.value.redo.length > 0),
    /** The edits done, latest last: what the data said before. */
    edits: computed(() => stacks.value.undo),
    /** What undo and redo would change: 编制数. */
    undoWords: computed(() => wordsOf(stacks.value.undo.at(-1))),
    redoWords: computed(() => wordsOf(stacks.value.redo.at(-1))),
    undo(): boolean {
      const last = stacks.value.undo.at(-1)
      return last !== undefined && kept.make('undo', inverse(last))
    },
    redo(): boolean {
      const last = stacks.value.redo.at(-1)
      return last !== undefined && kept.make('redo', last)
    },

    edit,
    /** Several edits as one step: a paste. */
    together: (edits: readonly Edit[]): boolean => edit({ kind: 'together', edits }),
    answer: (item: ItemId, after: Answer | null): boolean => isOpen((open) => edit({ kind: 'answer', item, before: open.answers[item] ?? null, after })),
    cell: (table: string, row: string, column: string, after: Answer | null): boolean =>
      edit({ kind: 'cell', table, row, column, before: rows(table).find(({ id }) => id === row)?.cells[column] ?? null, after }),
    /** Adds a row at the end or at `index`; its id, empty where nothing may be added. */
    addRow(table: string, row: Partial<Row> = {}, index: number = rows(table).length): string {
      const added: Row = { id: row.id ?? randomId(), kind: row.kind ?? 'single', cells: row.cells ?? {} }
      return edit({ kind: 'rowAdded', table, index, row: added }) ? added.id : ''
    },
    removeRow(table: string, id: string): boolean {
      const index = rows(table).findIndex((row) => row.id === id)
      const row = rows(table)[index]
      return row !== undefined && edit({ kind: 'rowRemoved', table, index, row })
    },
    moveRow: (table: string, row: string, to: number): boolean =>
      edit({ kind: 'rowMoved', table, row, from: rows(table).findIndex(({ id }) => id === row), to }),
    rowKind(table: string, id: string, after: RowKind): boolean {
      const row = rows(table).find((candidate) => candidate.id === id)
      return row !== undefined && edit({ kind: 'rowKind', table, row: id, before: row.kind, after })
    },
    judge: (indicator: string, author: ScoreAuthor, after: Judgement | null): boolean =>
      isOpen((open) => edit({ kind: 'judgement', indicator, author, before: open.judgements[indicator]?.[author] ?? null, after })),
    writeNarrative: (section: string, after: readonly Paragraph[] | null): boolean =>
      isOpen((open) => edit({ kind: 'narrative', section, before: open.narrative[section] ?? null, after })),
    explain: (check: string, text: string | null): boolean =>
      isOpen((open) => edit({ kind: 'explanation', check, before: open.explanations[check] ?? null, after: text === '' ? null : text })),
    settle: (changed: Partial<Settings>): boolean =>
      isOpen((open) => edit({ kind: 'settings', before: open.settings, after: { ...open.settings, ...changed } })),
    chooseFramework(id: string): boolean {
      const after = catalog.frameworks.find((framework) => framework.id === id)
      return after !== undefined && isOpen((open) => edit({ kind: 'framework', before: open.framework, after }))
    },
    chooseOutline: (after: string): boolean =>
      catalog.outlines.some(({ id }) => id === after) && isOpen((open) => edit({ kind: 'together', edits: [
        ...(open.sections ? [{ kind: 'sections' as const, before: open.sections, after: null }] : []), { kind: 'outline', before: open.outline, after },
      ] })),
    /** 自定提纲: the sections in place of the outline's, null for the outline's own; texts of sections that are gone go with them, in one step. */
    arrangeSections: (after: readonly OwnSection[] | null): boolean => isOpen((open) => {
      const ids = new Set((after ?? outlineOf(catalog, { outline: open.outline }).sections).map(({ id }) => id))
      const gone = outlineOf(catalog, open).sections.filter(({ id }) => !ids.has(id) && Object.hasOwn(open.narrative, id))
      const arranged: Edit = { kind: 'sections', before: open.sections ?? null, after }
      return edit(gone.length === 0 ? arranged : { kind: 'together', edits: [arranged, ...gone.map(({ id }): Edit => ({ kind: 'narrative', section: id, before: open.narrative[id] ?? null, after: null }))] })
    }),
    setYear: (after: number): boolean => isOpen((open) => edit({ kind: 'year', before: open.year, after })),
  }
})
