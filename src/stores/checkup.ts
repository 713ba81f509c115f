import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { catalog } from '../catalog/catalog'
import { checkupSample } from '../catalog/samples/checkupSample'
import { againstEvaluation } from '../domain/checkup/againstEvaluation'
import type { Checkup } from '../domain/checkup/checkup'
import { findingsOf, type CheckupFinding } from '../domain/checkup/checkupFinding'
import { coverageOf, type Coverage } from '../domain/checkup/coverage'
import { decisionsDecoder, type Decision, type Decisions } from '../domain/checkup/decision'
import { figureMarks, type FigureMark } from '../domain/checkup/figureMarks'
import { plainReport } from '../domain/checkup/plainReport'
import type { ReportText } from '../domain/checkup/reportText'
import { unitNote } from '../domain/checkup/unitNote'
import { decode } from '../kernel/decode'
import { randomId } from '../kernel/randomId'
import { useEvaluation } from './evaluation'
import { fileName } from './fileName'
import { findingsBook } from './findingsBook'
import { jobs } from './job'
import { useServices } from './keys'

/** A report with everything that was found in it. */
export interface ReviewedReport {
  readonly report: ReportText
  /** What of the file could not be read. */
  readonly notes: readonly string[]
  readonly checkup: Checkup
  readonly marks: readonly FigureMark[]
  readonly coverage: Coverage
  readonly findings: readonly CheckupFinding[]
}

/** One of the reports on the table: waiting, checked, or refused with the reason. */
export interface CheckupEntry {
  readonly id: string
  readonly name: string
  /** Typed or pasted words can be changed here; a file's cannot. */
  readonly typed: boolean
  readonly state: 'waiting' | 'checked' | 'refused'
  readonly reviewed: ReviewedReport | null
  readonly message: string
}

const NOTE_KEY = 'checkupDecisions'
const MOST_FILES_REMEMBERED = 300
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PASTED = '粘贴的文字'
/** Typing goes on; the words are checked when it rests this long (ms): the longer the text, the longer the result takes to show. */
const restOf = (text: string): number => Math.min(1000, 150 + text.length / 150)

const reviewedOf = (report: ReportText, notes: readonly string[], checkup: Checkup): ReviewedReport => {
  const marks = figureMarks(checkup)
  return { report, notes, checkup, marks, coverage: coverageOf(marks), findings: findingsOf(report.text, checkup) }
}

/** 报告核对: foreign reports read and checked by a worker, many at once; decisions are kept in this browser, the reports are not. */
export const useCheckup = defineStore('checkup', () => {
  const { storage, worker, now, saveFile } = useServices()
  const open = useEvaluation()
  const { job, problem, run, cancel, dismissProblem } = jobs()
  const entries = shallowRef<readonly CheckupEntry[]>([])
  const shownId = ref<string | null>(null)
  const decisions = shallowRef<Decisions>({})
  const files = new Map<string, File>()
  const words = ref('')

  const shown = computed(() => entries.value.find(({ id }) => id === shownId.value) ?? null)
  /** Whether the report on the screen is held against the open evaluation; null: where it names the unit. */
  const compares = ref<boolean | null>(null)
  const unitName = computed(() => open.figures?.words('unit.name') ?? '')

  const readDecisions = async (): Promise<void> => {
    const read = decode(decisionsDecoder, await storage.notes.read(NOTE_KEY) ?? {})
    if (read.ok) decisions.value = { ...read.value, ...decisions.value }
  }
  readDecisions().catch(() => {})

  const put = (entry: CheckupEntry): void => { entries.value = entries.value.map((one) => (one.id === entry.id ? entry : one)) }

  async function checkFile(entry: CheckupEntry, label: string): Promise<boolean> {
    const file = files.get(entry.id)
    if (!file) return true
    const checked = await run(label, async (options) => worker.call('checkReport', [new Uint8Array(await file.arrayBuffer()), file.name], options))
    if (checked) put({ ...entry, ...(checked.ok ? { state: 'checked', reviewed: reviewedOf(checked.report, checked.notes, checked.checkup) } : { state: 'refused', message: checked.message }) })
    else if (problem.value !== null) put({ ...entry, state: 'refused', message: `“${entry.name}”没有核对成：${problem.value}` })
    else return false
    dismissProblem()
    return true
  }

  /** Checks what waits, file after file; files dropped meanwhile join the queue. A cancel leaves the rest waiting. */
  async function checkWaiting(): Promise<void> {
    for (;;) {
      const inFiles = entries.value.filter(({ typed }) => !typed)
      const entry = inFiles.find(({ state }) => state === 'waiting')
      if (!entry || job.value !== null) return
      const label = inFiles.length === 1 ? `正在核对“${entry.name}”` : `正在核对第 ${inFiles.indexOf(entry) + 1} 份，共 ${inFiles.length} 份：“${entry.name}”`
      if (!(await checkFile(entry, label))) return
    }
  }

  // Words typed here: at most one check under way. What comes back for words that are no longer there is dropped unread: typing goes first, and the check of the newest words follows when it rests.
  const typedId = 'typed'
  let checking = false
  let waits = false
  let timer: ReturnType<typeof setTimeout> | undefined
  async function checkTyped(): Promise<void> {
    if (checking) {
      waits = true
      return
    }
    checking = true
    waits = false
    try {
      const text = words.value
      const checkup = await worker.call('checkWords', [text])
      const entry = entries.value.find(({ id }) => id === typedId)
      if (entry && text === words.value) put({ ...entry, state: 'checked', reviewed: reviewedOf(plainReport(text), [], checkup) })
      else waits = true
    } catch (error) {
      problem.value = error instanceof Error ? error.message : '没有核对成。'
    } finally {
      checking = false
    }
    if (waits) checkSoon()
  }
  function checkSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(checkTyped, restOf(words.value))
  }

  function type(text: string): void {
    words.value = text
    if (!entries.value.some(({ id }) => id === typedId))
      entries.value = [...entries.value, { id: typedId, name: PASTED, typed: true, state: 'waiting', reviewed: null, message: '' }]
    checkSoon()
  }

  const decisionOn = (name: string, finding: CheckupFinding): Decision | null => {
    const own = Object.hasOwn(decisions.value, name) ? decisions.value[name]! : {}
    return Object.hasOwn(own, finding.key) ? own[finding.key]! : null
  }
  const booked = () => entries.value.flatMap(({ name, reviewed }) => (reviewed
    ? [{ fileName: name, report: reviewed.report, coverage: reviewed.coverage, findings: reviewed.findings.map((finding) => ({ ...finding, decision: decisionOn(name, finding) })) }] : []))

  return {
    job, problem, cancel, dismissProblem, entries, words, type, decisionOn,
    /** The report on the screen; null: the list of all. */
    shown,
    show(id: string | null): void {
      shownId.value = id
      compares.value = null
    },
    /** 与填报数据对照: the open evaluation against the report on the screen; null where none is open, or the comparison is off. */
    own: computed(() => {
      const [reviewed, evaluation, figures] = [shown.value?.reviewed, open.evaluation, open.figures]
      if (!reviewed || !evaluation || !figures) return null
      const wanted = compares.value ?? (unitName.value !== '' && reviewed.report.text.includes(unitName.value))
      return wanted ? againstEvaluation(reviewed.report.text, reviewed.checkup.quantities, figures, catalog.measures, evaluation.year) : null
    }),
    compare(on: boolean): void { compares.value = on },

    /** Takes files in and checks them one after another; one file alone is shown at once. */
    async add(chosen: readonly File[]): Promise<void> {
      const added = chosen.map((file): CheckupEntry => ({ id: randomId(), name: file.name, typed: false, state: 'waiting', reviewed: null, message: '' }))
      added.forEach((entry, i) => files.set(entry.id, chosen[i]!))
      entries.value = [...entries.value, ...added]
      shownId.value = entries.value.length === 1 ? entries.value[0]!.id : null
      await checkWaiting()
    },
    /** Goes on with what a cancel left waiting. */
    resume: checkWaiting,
    /** Opens the box for typed and pasted words. */
    openTyped(): void {
      type(words.value)
      shownId.value = typedId
    },
    /** Pasted HTML as words, tables kept; null where it cannot be read. */
    wordsOf: (html: string): Promise<string | null> => worker.call('pastedWords', [html], { timeLimit: 20_000 }).catch(() => null),
    /** The fictional report with faults built in. */
    openSample(): void {
      type(checkupSample)
      shownId.value = typedId
    },
    remove(id: string): void {
      files.delete(id)
      entries.value = entries.value.filter((entry) => entry.id !== id)
      if (id === typedId) words.value = ''
      if (shownId.value === id) shownId.value = null
    },

    /** 采纳 or 忽略 (with a reason), or null: takes the decision back. Kept in this browser by file name. */
    async decide(name: string, finding: CheckupFinding, choice: Decision['choice'] | null, reason = ''): Promise<void> {
      const others = Object.entries(Object.hasOwn(decisions.value, name) ? decisions.value[name]! : {}).filter(([key]) => key !== finding.key)
      const own = Object.fromEntries(choice === null ? others : [...others, [finding.key, { choice, reason, at: now() }]])
      const rest = Object.entries(decisions.value).filter(([file]) => file !== name).slice(-MOST_FILES_REMEMBERED)
      decisions.value = Object.fromEntries([...rest, [name, own]])
      await storage.notes.write(NOTE_KEY, decisions.value)
    },

    /** 核对意见 as plain text, without what was set aside; of the report on the screen, or of all. */
    note(id: string | null): string {
      return unitNote(entries.value.filter((entry) => id === null || entry.id === id).flatMap(({ name, reviewed }) => (reviewed
        ? [{ fileName: name, report: reviewed.report, coverage: reviewed.coverage, findings: reviewed.findings.filter((finding) => decisionOn(name, finding)?.choice !== 'ignored') }] : [])))
    },

    /** 导出 Excel of all checked reports. */
    async exportExcel(): Promise<boolean> {
      const sheets = findingsBook(booked(), entries.value.flatMap(({ name, state, message }) => (state === 'refused' ? [{ fileName: name, message }] : [])))
      const bytes = await run('正在导出核对结果', (options) => worker.call('writeFindings', [sheets], options))
      if (bytes) saveFile({ name: fileName('报告核对结果', 'xlsx'), bytes, type: WORKBOOK })
      return bytes !== null
    },
  }
})
