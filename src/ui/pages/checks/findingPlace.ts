import { catalog } from '../../../catalog/catalog'
import type { FigureId } from '../../../domain/measures/item'
import { formOf, linkTo } from '../indicators/figureLink'

const after = (id: FigureId, prefix: string): string | null => (id.startsWith(prefix) ? id.slice(prefix.length) : null)

/** The way to where a finding stands: a cell, a section of the report, an indicator. */
export function linkToFinding(base: string, at: FigureId): string {
  const [section, indicator] = [after(at, 'narrative:'), after(at, 'indicator:')]
  if (section !== null) return `${base}/report/${section}`
  return indicator === null ? linkTo(base, at) : `${base}/indicators/${indicator}`
}

/** What the place is called in the list: the form's name, 报告 or 指标. */
export function placeName(at: FigureId): string {
  if (after(at, 'narrative:') !== null) return '报告'
  if (after(at, 'indicator:') !== null) return '指标'
  return catalog.forms.find(({ id }) => id === formOf(at))?.name ?? ''
}
