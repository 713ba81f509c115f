import type { Review } from '../checks/check'
import type { Evaluation } from '../evaluation/evaluation'
import type { Form } from '../forms/form'
import type { Assessment } from '../indicators/assessment'
import { compose, reportContext } from './compose'
import type { Block, ReportDocument, TableCell } from './document'
import type { Edition } from './edition'
import type { Outline } from './outline'
import { reasonSlots } from './reasonSlots'

/** One file of the set. */
export interface HandInFile {
  /** What is in it: the report, a form, the score table, the list of evidence. */
  readonly part: { readonly kind: 'report' } | { readonly kind: 'form'; readonly form: string } | { readonly kind: 'scores' } | { readonly kind: 'evidence' }
  /** 附件 number; null for the report itself. */
  readonly annex: number | null
  readonly title: string
  readonly fileName: string
}

/** What a bureau would send the set back for. */
export interface HandInGap {
  readonly kind: 'unfilled' | 'unwritten' | 'score' | 'contradiction' | 'reason' | 'paper'
  readonly text: string
  /** How many places it stands for. */
  readonly places: number
}

/** 报送材料: the files in annex order, and what is missing. */
export interface HandInPlan {
  readonly files: readonly HandInFile[]
  readonly gaps: readonly HandInGap[]
  /** Whether figures are unfilled: then the set is made only once that is confirmed. */
  readonly mustConfirm: boolean
}

/** 命名规则 where the bureau gives none. */
export const DEFAULT_NAMING = '{序号}-{单位}-{年度}-{材料}'
/** What a rule may hold. */
export const NAMING_PARTS = ['序号', '预算编码', '单位', '年度', '材料'] as const

/** A file's name by the rule; what Windows cannot bear becomes _, an empty part falls out with its dash. */
export function nameBy(rule: string, parts: { readonly [P in (typeof NAMING_PARTS)[number]]: string }, extension: string): string {
  const filled = NAMING_PARTS.reduce((name, part) => name.replaceAll(`{${part}}`, parts[part]), rule)
  // eslint-disable-next-line no-control-regex
  const plain = filled.replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '_').replace(/-{2,}/g, '-').replace(/^[-. ]+|[-. ]+$/g, '').slice(0, 120)
  return `${plain === '' ? '材料' : plain}.${extension}`
}

const text = (words: string, align: TableCell['align'] = 'left'): TableCell => ({ runs: [{ kind: 'text', text: words }], align })
const head = (...words: readonly string[]): readonly TableCell[] => words.map((word) => text(word, 'center'))

interface Evidence { readonly of: string; readonly name: string }

/** Evidence named in the scores and in the list of work done. */
function evidencesOf(evaluation: Evaluation): readonly Evidence[] {
  const scored = evaluation.framework.indicators.flatMap(({ id, title }) => {
    const { self } = evaluation.judgements[id] ?? {}
    return [self?.evidence, self?.adjustment?.evidence].flatMap((name) => (name === undefined || name.trim() === '' ? [] : [{ of: title, name }]))
  })
  const done = (evaluation.tables['outcomes'] ?? []).flatMap(({ cells }) => {
    const [task, evidence] = [cells['task'], cells['evidence']]
    return evidence?.kind === 'given' ? [{ of: task?.kind === 'given' ? task.text : '', name: evidence.text }] : []
  })
  return [...scored, ...done]
}

/** 佐证材料目录 as a document of one table; null where no evidence is named. */
export function evidenceDocument(evaluation: Evaluation): ReportDocument | null {
  const evidences = evidencesOf(evaluation)
  if (evidences.length === 0) return null
  const table: Block = {
    kind: 'table', caption: '', note: '', landscape: false, widths: [8, 42, 50], head: [head('序号', '对应指标或工作', '材料名称')],
    body: evidences.map(({ of, name }, i) => [text(String(i + 1), 'center'), text(of), text(name)]),
  }
  return { notice: null, unfilled: [], blocks: [{ kind: 'title', text: '佐证材料目录' }, table] }
}

/** Whether anything was filled in a form. */
function isFilled(form: Form, evaluation: Evaluation): boolean {
  return form.blocks.some((block) => (block.kind === 'table' ? (evaluation.tables[block.table] ?? []).length > 0
    : block.kind === 'fields' ? block.fields.some(({ item }) => Object.hasOwn(evaluation.answers, item))
      : block.rows.some((row) => row.measure !== undefined && Object.keys(evaluation.answers).some((id) => id.startsWith(`${row.measure}@`)))))
}

function filesOf(evaluation: Evaluation, outline: Outline, forms: readonly Form[], rule: string, edition: Edition): readonly HandInFile[] {
  const words = (item: string): string => { const answer = evaluation.answers[item]; return answer?.kind === 'given' ? answer.text : '' }
  const first = forms.filter(({ id }) => id === 'baseData')
  const others = forms.filter((form) => form.id !== 'baseData' && isFilled(form, evaluation))
  const annexes: readonly { readonly part: HandInFile['part']; readonly title: string; readonly extension: string }[] = [
    ...first.map(({ id, title }) => ({ part: { kind: 'form' as const, form: id }, title, extension: 'xlsx' })),
    { part: { kind: 'scores' }, title: '部门整体支出绩效评价指标评分表', extension: 'xlsx' },
    ...others.map(({ id, title }) => ({ part: { kind: 'form' as const, form: id }, title, extension: 'xlsx' })),
    ...(edition === 'submission' && evidencesOf(evaluation).length > 0 ? [{ part: { kind: 'evidence' as const }, title: '佐证材料目录', extension: 'docx' }] : []),
  ]
  const name = (number: string, title: string, extension: string): string =>
    nameBy(rule, { 序号: number, 预算编码: words('unit.code'), 单位: words('unit.name') || '单位', 年度: String(evaluation.year), 材料: title }, extension)
  const report = outline.reportTitle.replaceAll(/\{year(-1)?\}年?度?/g, '')
  return [
    { part: { kind: 'report' }, annex: null, title: report, fileName: name('报告', report, 'docx') },
    ...annexes.map(({ part, title, extension }, i): HandInFile => ({ part, annex: i + 1, title, fileName: name(`附件${i + 1}`, title, extension) })),
  ]
}

const gap = (kind: HandInGap['kind'], places: number, words: string): readonly HandInGap[] => (places > 0 ? [{ kind, places, text: words }] : [])

/** The set of an evaluation: which files, under which names, and what is still missing in them. */
export function handInPlan(evaluation: Evaluation, outline: Outline, assessment: Assessment, review: Review | null, forms: readonly Form[], rule = DEFAULT_NAMING, edition: Edition = 'submission'): HandInPlan {
  const document = compose(outline, evaluation, assessment)
  const unwritten = document.blocks.filter((block) => block.kind === 'paragraph' && block.runs.some((run) => run.kind === 'unfilled' && run.text === '〔本节未写〕')).length
  const unfilled = document.unfilled.length - new Set(outline.sections.map(({ heading }) => heading).filter((heading) => document.unfilled.includes(heading))).size
  const open = assessment.lines.filter(({ points }) => points === null)
  const contradictions = review?.findings.filter(({ severity, explanation }) => severity === 'contradiction' && explanation === null) ?? []
  const reasons = reasonSlots(outline, reportContext(outline, evaluation, assessment))
  const gaps = [
    ...gap('unfilled', unfilled, `报告有 ${unfilled} 处数字未填：${document.unfilled.slice(0, 6).join('、')}${document.unfilled.length > 6 ? '……' : ''}`),
    ...gap('unwritten', unwritten, `报告有 ${unwritten} 节没有写`),
    ...gap('score', open.length, `有 ${open.length} 项指标没有得分：${open.slice(0, 4).map(({ indicator }) => indicator.title).join('、')}${open.length > 4 ? '……' : ''}`),
    ...gap('contradiction', contradictions.length, `校验有 ${contradictions.length} 处矛盾没有改正或说明`),
    ...gap('reason', reasons.length, `有 ${reasons.length} 段写了增减没有写原因`),
    ...gap('paper', 1, '签字盖章页要打印后另行签章'),
  ]
  return { files: filesOf(evaluation, outline, forms, rule, edition), gaps, mustConfirm: unfilled + unwritten + open.length > 0 }
}
