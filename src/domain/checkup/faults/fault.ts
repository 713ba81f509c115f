import type { Severity } from '../../checks/check'
import type { Span } from '../span'

/** 格式问题: something in a text that no sum can show: a blank left open, another year, a word of the template. */
export interface Fault {
  readonly kind: keyof typeof FAULTS
  readonly severity: Severity
  readonly says: string
  readonly places: readonly Span[]
}

/** What each kind of fault is called. */
export const FAULTS = {
  placeholder: '未填的空', leftover: '模板残留', missingUnit: '缺单位或百分号', emptySection: '空的章节', year: '年份', unitName: '单位自称', emptyTable: '空表说明', slogan: '口号式指标', score: '得分',
} as const
