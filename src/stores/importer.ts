import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Edit } from '../domain/evaluation/edit'
import type { Evaluation } from '../domain/evaluation/evaluation'
import { intoParcels } from '../domain/evaluation/parcelledEvaluation'
import { breath } from '../kernel/breath'
import { opened } from '../kernel/parcel'
import { randomId } from '../kernel/randomId'
import type { CallOptions, Calls, EntryState, FileSummary, ImportEntry, MappedSheetView, MoneyPower, ParcelledTarget, SheetMapping } from '../worker/client'
import { useDesk } from './desk'
import { useEvaluation } from './evaluation'
import { fileName } from './fileName'
import { jobs } from './job'
import { keepBefore } from './keepBefore'
import { useServices } from './keys'

export type { EntryState, ImportEntry, MappedLabel, MappedSheetView, Meaning, MoneyPower, SheetMapping } from '../worker/client'

/** Where an import goes: the open evaluation, the workbook's own on this desk, or a new one. */
export type ImportPlace = 'open' | 'own' | 'new'

/** 导入预览: what files hold and would do, before anything is kept. */
export interface ImportReview {
  readonly place: ImportPlace
  readonly places: readonly ImportPlace[]
  /** What it goes into, as it was when it was compared; for a new one it is empty. */
  readonly desk: Evaluation
  readonly files: readonly FileSummary[]
  readonly mapped: readonly MappedSheetView[]
  readonly entries: readonly ImportEntry[]
  /** Entries to be taken over, by their place in the list. */
  readonly ticked: ReadonlySet<number>
  /** 不采纳的理由 of entries that are not taken over, by their place in the list. */
  readonly refusals: ReadonlyMap<number, string>
}

/** Endings of the files that can be imported. */
export const TABLE_FILES = ['.xlsx', '.xlsm', '.xls', '.ods', '.csv'] as const

/** Files at once, and bytes in one. */
const MOST_FILES = 300
const MOST_BYTES = 60 * 1024 * 1024
const BEFORE = '导入 Excel 之前'
const KEPT_MAPPINGS = 'mappings'
const MOST_MAPPINGS = 200

type Planned = Extract<Calls['planImport']['answer'], { readonly kind: 'planned' }>

const isoToday = (at: number): string => {
  const day = new Date(at)
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`
}

/** A refused change leaves the figure as it is, with the reason beside it; nothing where no reason is given or no figure stands. */
function refusalOf(edit: Edit, offered: string, reason: string): readonly Edit[] {
  if (edit.kind !== 'answer' || !edit.before || reason.trim() === '') return []
  const note = [edit.before.provenance?.note ?? '', `来文改为 ${offered}，未采纳：${reason.trim()}`].filter((part) => part !== '').join('；')
  return [{ ...edit, after: { ...edit.before, provenance: { ...edit.before.provenance, note } } }]
}

/** 导入: files held against the evaluation, decided field by field, taken over as one step. Nothing is written before 确认导入. */
export const useImporter = defineStore('importer', () => {
  const { storage, worker, now, saveFile } = useServices()
  const desk = useDesk()
  const open = useEvaluation()
  const { job, problem, run, cancel, dismissProblem } = jobs()
  const review = shallowRef<ImportReview | null>(null)
  let files: readonly File[] = []
  let own: { readonly id: string; readonly onDesk: boolean } | null = null
  let mappings: readonly SheetMapping[] = []
  let units: { readonly [sheet: string]: MoneyPower } = {}
  let newId = ''

  const counts = computed(() => {
    const found: { [S in EntryState]: number } = { new: 0, changed: 0, conflict: 0, unchanged: 0, rejected: 0 }
    for (const { state, cells } of review.value?.entries ?? []) found[state] += Math.max(1, cells)
    return found
  })

  async function entriesOf(planned: Planned): Promise<readonly ImportEntry[]> {
    const entries: ImportEntry[] = []
    for (const piece of planned.entries) {
      entries.push(...opened<ImportEntry>(piece))
      await breath()
    }
    return entries
  }

  async function bytesOf(chosen: readonly File[]) {
    const given: { readonly name: string; readonly bytes: Uint8Array }[] = []
    for (const file of chosen) given.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    return given
  }

  /** Asks the worker; the bytes of the files are handed over. */
  async function asked(target: ParcelledTarget, options: CallOptions): Promise<Calls['planImport']['answer']> {
    const given = await bytesOf(files)
    const choices = { mappings, units, today: isoToday(now()), kept: await storage.notes.read(KEPT_MAPPINGS) }
    return worker.call('planImport', [given, target, choices], { ...options, handOver: given.map(({ bytes }) => bytes) })
  }

  const targetOf = async (place: ImportPlace, into: Evaluation | null): Promise<ParcelledTarget> =>
    (place === 'new' ? { kind: 'new', id: newId } : { kind: 'into', desk: await intoParcels(into!, breath) })

  /** Plans the import into a place and shows it. */
  async function plan(place: ImportPlace, options: CallOptions): Promise<boolean> {
    if (place === 'own' && own && !(await open.open(own.id))) return false
    const into = place === 'new' ? null : open.evaluation
    const planned = await asked(await targetOf(place, into), options)
    return planned.kind === 'planned' && show(place, planned, into)
  }

  async function show(place: ImportPlace, planned: Planned, into: Evaluation | null): Promise<boolean> {
    const entries = await entriesOf(planned)
    if (planned.files.length > 0 && planned.files.every((file) => file.problem !== null)) {
      problem.value = planned.files.slice(0, 3).map((file) => file.problem).join(' ')
      return false
    }
    const base = planned.base ?? into
    if (!base) return false
    const places: readonly ImportPlace[] = [...(open.evaluation && open.evaluation.id !== own?.id ? ['open' as const] : []), ...(own?.onDesk ? ['own' as const] : []), ...(own ? ['new' as const] : [])]
    review.value = { place, places, desk: base, files: planned.files, mapped: planned.mapped, entries, ticked: new Set(entries.flatMap(({ ticked }, i) => (ticked ? [i] : []))), refusals: new Map() }
    return true
  }

  /** Reads the files and finds out where they belong. */
  async function ask(options: CallOptions): Promise<boolean> {
    const into = open.evaluation
    const planned = await asked({ kind: 'asked', desk: into && await intoParcels(into, breath) }, options)
    if (planned.kind === 'planned') return show('open', planned, into)
    if (planned.kind === 'nowhere') {
      const bad = planned.files.flatMap((file) => file.problem ?? [])
      problem.value = bad.length > 0 ? bad.slice(0, 3).join(' ') : '这些表要导入到一份评价里。请先打开或新建一份评价，再导入。'
      return false
    }
    const onDesk = (await storage.evaluations.find(planned.id)) !== undefined
    own = { id: planned.id, onDesk }
    newId = onDesk || planned.id.startsWith('imported-') ? randomId() : planned.id
    return plan(onDesk ? 'own' : 'new', options)
  }

  const setReview = (change: Partial<ImportReview>): void => { if (review.value) review.value = { ...review.value, ...change } }

  return {
    job, problem, cancel, dismissProblem, review, counts,

    /** Says of a file that is no table where it belongs. */
    noTable(name: string): void {
      problem.value = `“${name}”不是表格文件（${TABLE_FILES.map((end) => end.slice(1)).join('、')}）。Word、PDF 报告放到“报告核对”或“报告”页，佐证材料放到“佐证材料”页，备份放到“数据”页。`
    },

    /** Reads files into `review`. False where nothing can be shown: `problem` says why, or it was cancelled. */
    async read(chosen: readonly File[]): Promise<boolean> {
      review.value = null
      own = null
      mappings = []
      units = {}
      const large = chosen.find((file) => file.size > MOST_BYTES)
      if (large || chosen.length > MOST_FILES) {
        problem.value = large ? `“${large.name}”有 ${Math.ceil(large.size / 1024 / 1024)} MB，太大了，不像是报表。` : `一次最多导入 ${MOST_FILES} 个文件，选了 ${chosen.length} 个，请分批导入。`
        return false
      }
      files = chosen
      return (await run('正在读取 Excel', ask)) ?? false
    },

    /** Compares with another evaluation, or makes a new one of it. */
    retarget: async (place: ImportPlace): Promise<boolean> => (await run('正在重新比较', (options) => plan(place, options))) ?? false,

    /** Takes a corrected mapping and reads again. */
    async correct(mapping: SheetMapping): Promise<boolean> {
      mappings = [mapping, ...mappings.filter(({ fingerprint }) => fingerprint !== mapping.fingerprint)]
      const place = review.value?.place
      return place !== undefined && ((await run('正在按新的对应关系读取', (options) => plan(place, options))) ?? false)
    },

    /** Says the 金额单位 of a sheet that states none, and reads again. */
    async setUnit(file: number, sheet: string, unit: MoneyPower): Promise<boolean> {
      units = { ...units, [`${file}/${sheet}`]: unit }
      const place = review.value?.place
      return place !== undefined && ((await run('正在按新的单位读取', (options) => plan(place, options))) ?? false)
    },

    /** Ticks or unticks entries; what changes nothing cannot be ticked. */
    tick(which: readonly number[], on: boolean): void {
      const ticked = new Set(review.value?.ticked)
      for (const i of which) {
        if (on && review.value?.entries[i]?.edit) ticked.add(i)
        else ticked.delete(i)
      }
      setReview({ ticked })
    },

    /** Says why an entry is not taken over; kept with the figure that stays, as its 说明. */
    refuse(which: number, reason: string): void {
      setReview({ refusals: new Map(review.value?.refusals).set(which, reason) })
    },

    /** 确认导入: everything ticked as one step, which one undo takes back. The evaluation's id; empty where it may not be changed. */
    async confirm(): Promise<string> {
      const found = review.value
      if (!found) return ''
      const edits: Edit[] = found.entries.flatMap(({ edit }, i): readonly Edit[] => {
        if (!edit || found.ticked.has(i)) return edit && found.ticked.has(i) ? [edit] : []
        return refusalOf(edit, found.entries[i]!.found, found.refusals.get(i) ?? '')
      })
      if (found.place === 'new') {
        await storage.evaluations.adopt([{ evaluation: found.desk, revision: 1, updatedAt: now(), changes: [] }], BEFORE, now())
        storage.tabs.tell({ kind: 'listed' })
      }
      if (!(await open.open(found.desk.id))) return ''
      if (found.place !== 'new' && edits.length > 0) keepBefore(storage, found.desk.id, BEFORE, now())
      if (edits.length > 0 && !open.together(edits)) return ''
      const known = (await storage.notes.read(KEPT_MAPPINGS)) as readonly SheetMapping[] | undefined
      const used = [...mappings, ...found.mapped.map(({ mapping }) => mapping)]
      const prints = new Set(used.map(({ fingerprint }) => fingerprint))
      if (used.length > 0) await storage.notes.write(KEPT_MAPPINGS, [...new Map(used.map((one) => [one.fingerprint, one])).values(), ...(Array.isArray(known) ? known : []).filter(({ fingerprint }) => !prints.has(fingerprint))].slice(0, MOST_MAPPINGS))
      review.value = null
      files = []
      await desk.refresh()
      return found.desk.id
    },

    discard(): void {
      review.value = null
      files = []
    },

    /** 导出对应关系 of the reviewed sheets, for other units. */
    async exportMappings(): Promise<void> {
      const found = review.value?.mapped.map(({ mapping }) => mapping) ?? []
      const text = await run('正在导出对应关系', (options) => worker.call('mappingsText', [found], options))
      if (text !== null) saveFile({ name: fileName('对应关系', 'json'), bytes: new TextEncoder().encode(text), type: 'application/json' })
    },

    /** 导入对应关系 made elsewhere, and reads again by it. */
    async importMappings(file: File): Promise<boolean> {
      const text = file.size > 5 * 1024 * 1024 ? null : await file.text()
      const read = text === null ? null : await run('正在读取对应关系', (options) => worker.call('readMappings', [text], options))
      if (!read?.ok) {
        problem.value = read ? `“${file.name}”：${read.error}` : `“${file.name}”太大了，不是对应关系文件。`
        return false
      }
      const prints = new Set(read.value.map(({ fingerprint }) => fingerprint))
      mappings = [...read.value, ...mappings.filter(({ fingerprint }) => !prints.has(fingerprint))]
      const place = review.value?.place
      return place !== undefined && ((await run('正在按对应关系读取', (options) => plan(place, options))) ?? false)
    },
  }
})
