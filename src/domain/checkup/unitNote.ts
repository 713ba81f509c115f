import { SEVERITIES } from '../checks/check'
import type { CheckupFinding } from './checkupFinding'
import { coverageWords, type Coverage } from './coverage'
import { placeWords, type ReportText } from './reportText'
import { quoteOf } from './span'

/** A report with what was found in it and not set aside. */
export interface NotedReport {
  readonly fileName: string
  readonly report: ReportText
  readonly coverage: Coverage
  readonly findings: readonly CheckupFinding[]
}

const lines = ({ report, findings }: NotedReport): readonly string[] => findings.flatMap((finding, i) => {
  const place = finding.places[0]
  const quote = place && quoteOf(report.text, place)
  return [
    `${i + 1}. 【${SEVERITIES[finding.severity]}】${place ? `${placeWords(report, place.start)}：` : ''}${finding.says}。`,
    ...(quote ? [`   原文：“${quote.before}${quote.figure}${quote.after}”`] : []),
    ...(finding.equation === '' ? [] : [`   核算：${finding.equation.replaceAll('\n', '\n         ')}`]),
    ...(finding.advice === '' ? [] : [`   建议：${finding.advice}`]),
  ]
})

/** 核对意见: a plain text for the unit, to be copied into a message. */
export function unitNote(reports: readonly NotedReport[]): string {
  return reports.map((one) => [
    `关于“${one.fileName}”的数字核对意见`,
    ...(one.findings.length === 0 ? ['没有发现不一致的数字。'] : [`发现 ${one.findings.length} 处需要核实：`, ...lines(one)]),
    `说明：${coverageWords(one.coverage)}没有核对的数字不代表没有问题。`,
  ].join('\n')).join('\n\n')
}
