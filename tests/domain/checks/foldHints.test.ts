import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/domain/checks/check'
import { foldHints } from '../../../src/domain/checks/foldHints'

const finding = (check: string, place: string, verdict: Finding['verdict'] = 'rounding', explanation: string | null = null): Finding => ({
  check, kind: 'balance', verdict, severity: verdict === 'rounding' ? 'hint' : 'contradiction', says: '', equation: '', detail: '', remedy: '', at: place, figures: [], explanation,
})
const lines = (findings: readonly Finding[]) =>
  foldHints(findings, ({ at }) => at).map((line) => (line.kind === 'one' ? line.finding.check : `${line.place}: ${line.findings.map(({ check }) => check).join('+')}`))

describe('the list of findings', () => {
  it('folds the rounding hints of one table into one line, each of another table apart', () =>
    expect(lines([finding('a', '收支'), finding('b', '基础'), finding('c', '收支'), finding('d', '收支')])).toEqual(['收支: a+c+d', 'b']))

  it('leaves contradictions, lone hints and explained hints as they are', () =>
    expect(lines([finding('x', '收支', 'contradicted'), finding('y', '收支', 'contradicted'), finding('a', '收支'), finding('b', '收支', 'rounding', '取整')])).toEqual(['x', 'y', 'a', 'b']))
})
