import type { Review } from '../checks/check'
import type { Evaluation } from '../evaluation/evaluation'
import type { Evidence } from '../evaluation/evidence'
import type { Form } from '../forms/form'
import { projectsWithoutForm } from '../goals/projectForms'
import { selfEvaluated } from '../goals/selfEvaluation'
import type { Assessment } from '../indicators/assessment'
import type { TaskPackage, TaskUnit } from '../task/taskPackage'
import { compose, reportContext } from './compose'
import type { Edition } from './edition'
import { withoutFile } from './evidenceDocument'
import { handInPapers, type HandInPaper } from './handInFiles'
import { apart, DEFAULT_NAMING, nameBy } from './handInName'
import type { Outline } from './outline'
import { reasonSlots, type ReasonSlot } from './reasonSlots'

/** One file of the set. */
export interface HandInFile extends Omit<HandInPaper, 'extension'> {
  readonly fileName: string
}

/** What a bureau would send the set back for. */
export interface HandInGap {
  readonly kind: 'unfilled' | 'unwritten' | 'score' | 'contradiction' | 'reason' | 'material' | 'selfEvaluation' | 'evidence' | 'paper'
  readonly text: string
  /** How many places it stands for. */
  readonly places: number
}

/** 报送材料: the files in annex order, and what is missing. */
export interface HandInPlan {
  readonly files: readonly HandInFile[]
  /** 附件说明: a line for each number. */
  readonly annexes: readonly string[]
  readonly gaps: readonly HandInGap[]
  /** Where a reason is missing. */
  readonly reasons: readonly ReasonSlot[]
  /** Whether figures are unfilled: then the set is made only once that is confirmed. */
  readonly mustConfirm: boolean
}

/** What a set is made of, and by which rules. */
export interface HandInRequest {
  readonly evaluation: Evaluation
  readonly outline: Outline
  readonly assessment: Assessment
  readonly review: Review | null
  /** Under the task's overlays, where there is a task. */
  readonly forms: readonly Form[]
  readonly edition: Edition
  readonly evidence: readonly Evidence[]
  /** 命名规则 of the user; the task's own comes first. */
  readonly rule?: string
  readonly task?: { readonly task: TaskPackage; readonly unit: TaskUnit } | null
}

/** The naming rule that holds: the notice's, else the user's, else the usual one. */
export const namingOf = ({ task, rule }: Pick<HandInRequest, 'task' | 'rule'>): string =>
  (task && task.task.naming !== '' ? task.task.naming : rule ?? DEFAULT_NAMING)

function named(papers: readonly HandInPaper[], request: HandInRequest): readonly HandInFile[] {
  const { evaluation: { answers, year }, task } = request
  const words = (item: string): string => { const answer = answers[item]; return answer?.kind === 'given' ? answer.text : '' }
  const unit = task?.unit.name ?? (words('unit.name') || '单位')
  const names = papers.map(({ annex, title, extension }) => nameBy(namingOf(request), {
    序号: annex ?? '报告', 预算编码: task?.unit.code ?? words('unit.code'), 单位: unit, 单位简称: task?.unit.short ?? unit, 年度: String(year), 材料: title,
  }, extension))
  const free = apart(names)
  return papers.map(({ part, annex, title }, i) => ({ part, annex, title, fileName: free[i]! }))
}

const gap = (kind: HandInGap['kind'], places: number, words: string): readonly HandInGap[] => (places > 0 ? [{ kind, places, text: words }] : [])
const some = (words: readonly string[], most = 4): string => `${words.slice(0, most).join('、')}${words.length > most ? '……' : ''}`

/** The set of an evaluation: which files, under which names, and what is still missing in them. */
export function handInPlan(request: HandInRequest): HandInPlan {
  const { evaluation, outline, assessment, review, forms, edition, evidence, task } = request
  const document = compose(outline, evaluation, assessment)
  const report = outline.reportTitle.replaceAll(/\{year(-1)?\}年?度?/g, '')
  const { papers, annexes, lacking } = handInPapers(evaluation, report, forms, edition, evidence, task?.task.materials ?? [])
  const unwritten = document.blocks.filter((block) => block.kind === 'paragraph' && block.runs.some((run) => run.kind === 'unfilled' && run.text === '〔本节未写〕')).length
  const unfilled = document.unfilled.length - new Set(outline.sections.map(({ heading }) => heading).filter((heading) => document.unfilled.includes(heading))).size
  const open = assessment.lines.filter(({ points }) => points === null)
  const contradictions = review?.findings.filter(({ severity, explanation }) => severity === 'contradiction' && explanation === null) ?? []
  const reasons = reasonSlots(outline, reportContext(outline, evaluation, assessment))
  const formless = selfEvaluated(evaluation).length > 0 ? projectsWithoutForm(evaluation) : 0
  const unproved = edition === 'submission' ? withoutFile(evaluation, evidence) : []
  const gaps = [
    ...gap('unfilled', unfilled, `报告有 ${unfilled} 处数字未填：${some(document.unfilled, 6)}`),
    ...gap('unwritten', unwritten, `报告有 ${unwritten} 节没有写`),
    ...gap('score', open.length, `有 ${open.length} 项指标没有得分：${some(open.map(({ indicator }) => indicator.title))}`),
    ...gap('contradiction', contradictions.length, `校验有 ${contradictions.length} 处矛盾没有改正或说明`),
    ...gap('reason', reasons.length, `有 ${reasons.length} 段写了增减没有写原因`),
    ...gap('selfEvaluation', formless, `专项支出里有 ${formless} 个项目没有自评表`),
    ...gap('material', lacking.length, `通知要的材料有 ${lacking.length} 份不由本系统生成，请另附：${some(lacking.map(({ number, name }) => `${number}${name}`), 6)}`),
    ...gap('evidence', unproved.length, `佐证有 ${unproved.length} 份只写了名称、没有附文件：${some([...new Set(unproved.map(({ name }) => name))])}`),
    ...gap('paper', 1, '缺盖章页：要签字盖章的，打印签章后把扫描件另附'),
  ]
  return { files: named(papers, request), annexes, gaps, reasons, mustConfirm: unfilled + unwritten + open.length > 0 }
}
