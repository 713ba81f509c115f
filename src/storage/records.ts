import type { Evaluation } from '../domain/evaluation/evaluation'
import type { Evidence } from '../domain/evaluation/evidence'

/** An evaluation as it is kept. */
export interface EvaluationRecord {
  readonly id: string
  /** Counts the steps ever made: a write must name the one it builds on. */
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly updatedAt: number
  readonly evaluation: Evaluation
}

/** What the list of the desk shows of an evaluation, kept beside it so that the list need not load the whole. */
export interface Summary {
  readonly id: string
  readonly revision: number
  readonly updatedAt: number
  readonly createdAt: number
  readonly unitName: string
  readonly year: number
  readonly sample?: 'published' | 'fictional'
  /** Title of its 指标体系. */
  readonly framework: string
  /** Set while it lies in the bin. */
  readonly removedAt?: number
}

/** 历史版本: an evaluation as it stood before something replaced it. */
export interface Snapshot {
  readonly seq: number
  readonly evaluation: string
  readonly at: number
  /** 导入前, 恢复备份前 … */
  readonly reason: string
  readonly record: EvaluationRecord
}

/** 佐证材料 as it is kept: with its content, and set aside while it lies in the bin. */
export interface Attachment extends Evidence {
  readonly content: Blob
  readonly removedAt?: number
}

const nameOf = (evaluation: Evaluation): string => {
  const answer = evaluation.answers['unit.name']
  return answer?.kind === 'given' ? answer.text : '（未填单位名称）'
}

/** The summary of a record. */
export const summaryOf = (record: EvaluationRecord, createdAt: number): Summary => ({
  id: record.id, revision: record.revision, updatedAt: record.updatedAt, createdAt,
  unitName: nameOf(record.evaluation), year: record.evaluation.year, framework: record.evaluation.framework.title,
  ...(record.evaluation.sample ? { sample: record.evaluation.sample } : {}),
})

/** A summary taken out of the bin. */
export function unremoved(summary: Summary): Summary {
  const { removedAt: _gone, ...rest } = summary
  return rest
}

/** The order of the list: most recently changed first. */
export const byUpdate = (a: Summary, b: Summary): number => b.updatedAt - a.updatedAt || a.id.localeCompare(b.id)

/** The order of the bin: most recently removed first. */
export const byRemoval = (a: Summary, b: Summary): number => (b.removedAt ?? 0) - (a.removedAt ?? 0)
