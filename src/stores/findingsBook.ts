import { SEVERITIES } from '../domain/checks/check'
import type { CheckupFinding } from '../domain/checkup/checkupFinding'
import { coverageWords, type Coverage } from '../domain/checkup/coverage'
import { CHOICES, type Decision } from '../domain/checkup/decision'
import { placeWords, type ReportText } from '../domain/checkup/reportText'
import { quoteOf } from '../domain/checkup/span'
import type { FindingsSheet } from '../worker/client'

/** A checked report as it goes into the workbook, what was set aside included and told. */
export interface BookedReport {
  readonly fileName: string
  readonly report: ReportText
  readonly coverage: Coverage
  readonly findings: readonly (CheckupFinding & { readonly decision: Decision | null })[]
}

/** A file that could not be checked. */
export interface UnreadFile {
  readonly fileName: string
  readonly message: string
}

const NOTE = '由本机核对得出，只看数字之间的关系；没有核对的数字不代表没有问题。'

const count = ({ findings }: BookedReport, severity: CheckupFinding['severity']): string => String(findings.filter((finding) => finding.severity === severity).length)

function findingRows({ fileName, report, findings }: BookedReport): readonly (readonly string[])[] {
  return findings.map((finding) => {
    const quotes = finding.places.map((place) => `${placeWords(report, place.start)}：${((quote) => `${quote.before}${quote.figure}${quote.after}`)(quoteOf(report.text, place))}`)
    const { decision } = finding
    return [fileName, SEVERITIES[finding.severity], finding.kind, finding.says, quotes.join('\n'), finding.equation, finding.advice,
      decision ? `${CHOICES[decision.choice]}${decision.reason === '' ? '' : `：${decision.reason}`}` : '']
  })
}

/** 核对结果 as sheets: one line a file, one line a finding. */
export function findingsBook(reports: readonly BookedReport[], unread: readonly UnreadFile[]): readonly FindingsSheet[] {
  return [
    {
      name: '汇总', title: '报告核对汇总', note: NOTE, head: ['文件', '数字', '核对了', '矛盾', '疑点', '提示', '核对范围'], widths: [34, 8, 8, 8, 8, 8, 56], numbers: [1, 2, 3, 4, 5],
      rows: [
        ...reports.map((one) => [one.fileName, String(one.coverage.figures), String(one.coverage.checked), count(one, 'contradiction'), count(one, 'suspicion'), count(one, 'hint'), coverageWords(one.coverage)]),
        ...unread.map(({ fileName, message }) => [fileName, '', '', '', '', '', message]),
      ],
    },
    {
      name: '发现的问题', title: '报告核对发现的问题', note: NOTE, head: ['文件', '程度', '核对内容', '问题', '原文', '核算', '可能的原因和改法', '处理意见'], widths: [22, 7, 12, 22, 52, 40, 30, 18], numbers: [],
      rows: reports.flatMap(findingRows),
    },
  ]
}
