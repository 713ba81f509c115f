import type { Evaluation } from '../evaluation/evaluation'
import type { Evidence } from '../evaluation/evidence'
import type { Form } from '../forms/form'
import { goalsOf } from '../goals/goal'
import { selfEvaluated, SELF_EVALUATIONS_TABLE } from '../goals/selfEvaluation'
import type { TaskMaterial } from '../task/taskPackage'
import type { Edition } from './edition'
import { namedEvidence } from './evidenceDocument'

/** What is in a file of the set. */
export type HandInPart =
  | { readonly kind: 'report' }
  | { readonly kind: 'form'; readonly form: string }
  | { readonly kind: 'scores' }
  /** 自评表 of a project; the empty name is the unit's own. */
  | { readonly kind: 'selfEvaluation'; readonly of: string }
  /** 佐证材料目录. */
  | { readonly kind: 'evidenceList' }
  | { readonly kind: 'evidence'; readonly evidence: string }

/** One paper of the set before it has a file name. */
export interface HandInPaper {
  readonly part: HandInPart
  /** 附件2-1; null for a report that is no annex. */
  readonly annex: string | null
  readonly title: string
  readonly extension: string
}

/** Papers that bear one number: the forms of all projects, the evidence with its list. */
interface Group {
  readonly title: string
  /** Words by which a notice's list of materials means it. */
  readonly known: RegExp
  readonly first: Omit<HandInPaper, 'annex'> | null
  readonly rest: readonly Omit<HandInPaper, 'annex'>[]
}

/** The papers in annex order, and how the notice's list stands to them. */
export interface HandInPapers {
  readonly papers: readonly HandInPaper[]
  /** 附件说明: one line for each number. */
  readonly annexes: readonly string[]
  /** Materials the notice asks for that the set does not hold. */
  readonly lacking: readonly TaskMaterial[]
}

const NEVER = /(?!)/
const one = (title: string, part: HandInPart, known: RegExp, extension = 'xlsx'): Group => ({ title, known, first: { part, title, extension }, rest: [] })

/** Whether anything was filled in a form. */
function isFilled(form: Form, evaluation: Evaluation): boolean {
  return form.blocks.some((block) => (block.kind === 'table' ? (evaluation.tables[block.table] ?? []).length > 0
    : block.kind === 'fields' ? block.fields.some(({ item }) => Object.hasOwn(evaluation.answers, item))
      : block.rows.some((row) => row.measure !== undefined && Object.keys(evaluation.answers).some((id) => id.startsWith(`${row.measure}@`)))))
}

const SCORES = '部门整体支出绩效评价指标评分表'
/** Lists from which the 自评表 are drawn; by themselves they are handed in only where the notice names them. */
const SOURCES: readonly string[] = ['goals', SELF_EVALUATIONS_TABLE]

function selfEvaluationGroups(evaluation: Evaluation): readonly Group[] {
  const projects = selfEvaluated(evaluation)
  const title = '项目支出绩效自评表'
  const paper = (of: string) => ({ part: { kind: 'selfEvaluation', of } as const, title: `${title}（${of}）`, extension: 'xlsx' })
  return [
    ...(goalsOf(evaluation).some(({ project }) => project === '') ? [one('部门整体支出绩效自评表', { kind: 'selfEvaluation', of: '' }, /整体.*自评表/)] : []),
    ...(projects.length === 0 ? [] : [projects.length === 1 ? { title, known: /项目.*自评表/, first: paper(projects[0]!), rest: [] }
      : { title, known: /项目.*自评表/, first: null, rest: projects.map(paper) }]),
  ]
}

const EXTENSION = /\.([A-Za-z0-9]{1,10})$/

function evidenceGroup(evaluation: Evaluation, evidence: readonly Evidence[]): readonly Group[] {
  if (evidence.length === 0 && namedEvidence(evaluation).length === 0) return []
  return [{
    title: '佐证材料目录', known: /佐证/, first: { part: { kind: 'evidenceList' }, title: '佐证材料目录', extension: 'docx' },
    rest: evidence.map(({ id, name }) => ({ part: { kind: 'evidence' as const, evidence: id }, title: name.replace(EXTENSION, ''), extension: EXTENSION.exec(name)?.[1] ?? '' })),
  }]
}

function groupsOf(evaluation: Evaluation, forms: readonly Form[], edition: Edition, evidence: readonly Evidence[], asked: (form: Form) => boolean): readonly Group[] {
  const own = (form: Form): Group => one(form.title, { kind: 'form', form: form.id }, form.id === 'baseData' ? /基础数据/ : NEVER)
  return [
    ...forms.filter(({ id }) => id === 'baseData').map(own),
    one(SCORES, { kind: 'scores' }, /评分表|指标.*得分/),
    ...selfEvaluationGroups(evaluation),
    ...forms.filter((form) => form.id !== 'baseData' && (SOURCES.includes(form.id) ? asked(form) : isFilled(form, evaluation))).map(own),
    ...(edition === 'submission' ? evidenceGroup(evaluation, evidence) : []),
  ]
}

const bare = (words: string): string => words.normalize('NFKC').replace(/\d{4}年?度?|[\s《》()“”"]/g, '')

/** Whether a material of the notice means a paper of that title. */
function means({ name }: TaskMaterial, title: string, known: RegExp): boolean {
  const [asked, ours] = [bare(name), bare(title)]
  return asked === ours || ours.includes(asked) || asked.includes(ours) || known.test(asked)
}

/** 附件3 → 附件3-1, 附件3-2; a number that says -1 already goes on from there. */
const numbered = (number: string, at: number): string => (number.endsWith('-1') ? number.replace(/1$/, String(at + 1)) : `${number}-${at + 1}`)

/**
 * The papers of the set in their order: the report, 基础数据表, 评分表, 自评表, the forms of the projects, what else was filled, the evidence.
 * Where a notice lists its materials, its order, numbers and names come first and ours follow.
 */
export function handInPapers(evaluation: Evaluation, reportTitle: string, forms: readonly Form[], edition: Edition, evidence: readonly Evidence[], materials: readonly TaskMaterial[]): HandInPapers {
  const asked = (form: Form): boolean => materials.some((material) => means(material, form.title, NEVER))
  const report = one(reportTitle, { kind: 'report' }, /报告/, 'docx')
  const groups = groupsOf(evaluation, forms, edition, evidence, asked)
  // A material goes to the first group it means, a group to the first material that means it.
  const taken = new Map<Group, TaskMaterial>()
  for (const material of materials) {
    const found = [...groups, report].find((group) => !taken.has(group) && means(material, group.title, group.known))
    if (found) taken.set(found, material)
  }
  const place = (group: Group): number => { const own = taken.get(group); return own ? materials.indexOf(own) : materials.length }
  const ordered = [...groups].sort((a, b) => place(a) - place(b))
  let last = Math.max(0, ...materials.flatMap(({ number }) => { const digits = /\d+/.exec(number)?.[0]; return digits === undefined ? [] : [Number(digits)] }))
  const papers = ordered.flatMap((group): readonly HandInPaper[] => {
    const material = taken.get(group)
    const number = material && material.number !== '' ? material.number : `附件${++last}`
    const first = group.first && { ...group.first, title: group.first.part.kind === 'selfEvaluation' && group.first.part.of !== '' ? group.first.title : material?.name ?? group.first.title, annex: number }
    return [...(first ? [first] : []), ...group.rest.map((paper, i) => ({ ...paper, annex: numbered(number, i) }))]
  })
  const own = taken.get(report)
  return {
    papers: [{ part: { kind: 'report' }, annex: own && own.number !== '' ? own.number : null, title: own?.name ?? reportTitle, extension: 'docx' }, ...papers],
    annexes: ordered.map((group) => {
      const title = taken.get(group)?.name ?? group.title
      return group.first === null ? `${title}（${group.rest.length}份）` : title
    }),
    lacking: materials.filter((material) => ![...taken.values()].includes(material)),
  }
}
