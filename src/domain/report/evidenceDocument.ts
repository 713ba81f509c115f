import type { Evaluation } from '../evaluation/evaluation'
import type { Evidence } from '../evaluation/evidence'
import { subjectName, subjectsOf } from '../evaluation/evidenceSubjects'
import type { Form } from '../forms/form'
import type { Block, ReportDocument, TableCell } from './document'

/** Evidence that the scores or the list of work done speak of, by its name. */
export interface NamedEvidence {
  /** The indicator or the work. */
  readonly of: string
  readonly name: string
}

/** Evidence named in the scores and in the list of work done. */
export function namedEvidence(evaluation: Evaluation): readonly NamedEvidence[] {
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

const bare = (name: string): string => name.trim().replace(/\.[A-Za-z0-9]{1,10}$/, '')

/** Evidence that is only named: no file bears that name. */
export const withoutFile = (evaluation: Evaluation, evidence: readonly Evidence[]): readonly NamedEvidence[] =>
  namedEvidence(evaluation).filter(({ name }) => !evidence.some((file) => bare(file.name) === bare(name)))

const text = (words: string, align: TableCell['align'] = 'left'): TableCell => ({ runs: [{ kind: 'text', text: words }], align })
const head = (...words: readonly string[]): readonly TableCell[] => words.map((word) => text(word, 'center'))

/** 佐证材料目录 as a document of one table: the files with what they prove and their number, then what is only named. */
export function evidenceDocument(evaluation: Evaluation, evidence: readonly Evidence[], forms: readonly Form[], annexOf: (evidence: string) => string | null): ReportDocument {
  const subjects = subjectsOf(evaluation, forms)
  const files = evidence.map(({ id, name, about, note }) => [
    about.map((subject) => subjectName(subject, subjects)).join('、'), note === undefined || note === '' ? bare(name) : `${bare(name)}（${note}）`, annexOf(id) ?? '',
  ] as const)
  const named = withoutFile(evaluation, evidence).map(({ of, name }) => [of, name, '未附电子件'] as const)
  const table: Block = {
    kind: 'table', caption: '', note: '', landscape: false, widths: [8, 36, 40, 16], head: [head('序号', '对应指标或工作', '材料名称', '附件号')],
    body: [...files, ...named].map(([of, name, annex], i) => [text(String(i + 1), 'center'), text(of), text(name), text(annex, 'center')]),
  }
  return { notice: null, unfilled: [], blocks: [{ kind: 'title', text: '佐证材料目录' }, table] }
}
