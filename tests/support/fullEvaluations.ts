import * as fc from 'fast-check'
import { catalog } from '../../src/catalog/catalog'
import { formula } from '../../src/catalog/formula'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { item, operation } from '../../src/domain/expression/expression'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import type { Framework } from '../../src/domain/indicators/framework'
import { BASES, type Basis } from '../../src/domain/measures/basis'
import { arbitraryEvaluation } from './arbitraryEvaluation'
import { everyKind } from './everyKind'
import type { TextFields } from './textFields'

const ask = { notApplicable: 'ask', zeroDivisor: 'ask' } as const

/** What no framework of the catalog has, beside every kind of scoring. */
const fullest: Framework = {
  ...everyKind,
  draft: '还缺评分细则',
  grades: [{ label: '优', from: '90' }],
  measures: [...everyKind.measures, { ...catalog.measures[0]!, id: 'full.listed', name: '表列数', listed: { table: 'projects', columns: Object.fromEntries(Object.keys(BASES).map((basis) => [basis, 'actual'])) as { readonly [B in Basis]?: string } } }],
  indicators: everyKind.indicators.map((one) => {
    const texts = { definition: '解释', points: '要点', rule: '细则', standard: '标准', dataSource: '来源', evidence: '取证' }
    if (one.id === 'ratio') return { ...one, texts, quirk: '两处不一致', scoring: { kind: 'ratioOfWeight', ...ask, direction: 'positive', gate: '0.6', over: { from: '1.3', treat: 'reduce', share: '0.5' } } as const }
    if (one.id === 'tiers') return { ...one, texts, scoring: { kind: 'tiers', ...ask, tiers: [{ label: '好', least: '3', points: '5' }, { label: '差', points: '0' }] } as const, readings: [{ label: '另一种读法', rule: '另一种细则', scoring: one.scoring }] }
    if (one.id === 'linear') return { ...one, texts, scoring: { ...one.scoring, warnings: [{ when: formula('在职人员数 > 编制数'), level: 'red', says: '超编' }] }, formula: formula('IF(COUNTIF(专项.本年决算, ">50") > 1, 在职人员数 / 编制数, 0 - 1)') }
    if (one.id === 'own') return { ...one, texts, scoring: { kind: 'subindicators', ...ask, suggested: ['甲'], goals: { dimensions: ['产出指标'], gate: '0.6', partialFrom: '0.3' } } as const }
    if (one.id === 'price') return { ...one, texts, formula: operation('/', { kind: 'cell', table: 'projects', row: fictionalCase.tables['projects']![0]!.id, column: 'actual' }, item('staff.quota@approved')) }
    return { ...one, texts }
  }),
}

/** An evaluation whose framework has every text a framework can have. */
export const fullestEvaluation: Evaluation = {
  ...fictionalCase, framework: fullest,
  judgements: { ...fictionalCase.judgements, tiers: { self: { entry: { kind: 'choice', label: '好', points: '4' }, adjustment: { points: '3', reason: '理由', date: '2026-01-02', evidence: '佐证一' }, reason: '原因', improvement: '措施', evidence: '佐证二' }, review: { cut: { share: '0.3', reason: '复核扣减' } } },
    own: { self: { entry: { kind: 'subindicators', rows: [{ id: 's1', title: '自拟', weight: '5', target: '目标', actual: '实际', points: '4' }] } } },
    occurrences: { self: { entry: { kind: 'occurrences', count: '1' } } }, external: { self: { entry: { kind: 'externalScore', score: '90' } } }, deadline: { self: { entry: { kind: 'dates', days: { m: { done: '2025-12-01' } } } } },
    veto: { self: { entry: { kind: 'vetoed', reason: '一票否决' } } },
  },
}

/** A few evaluations that have, together, every text field of the type; the fullest first, each of the others for what it alone has. */
export function fullEvaluations(fields: TextFields): readonly Evaluation[] {
  const met = new Set<string>()
  return [fullestEvaluation, ...fc.sample(arbitraryEvaluation, { numRuns: 40, seed: 7 })].filter((one) => {
    const before = met.size
    for (const { path } of fields.of(one)) met.add(path)
    return met.size > before
  })
}
