import { hunan2017 } from '../../src/catalog/frameworks/hunan2017'
import { formula } from '../../src/catalog/formula'
import type { Framework, Indicator } from '../../src/domain/indicators/framework'
import type { Scoring } from '../../src/domain/scoring/scoring'

const ask = { notApplicable: 'ask', zeroDivisor: 'ask' } as const
const full = { notApplicable: 'full', zeroDivisor: 'ask' } as const
const rate = formula('在职人员数 / 编制数')

const indicator = (id: string, weight: string, scoring: Scoring, more: Partial<Indicator> = {}): Indicator =>
  ({ id, dimension: '试用', group: '每种评分方式一条', title: `试用 ${id}`, weight, scoring, texts: { rule: '为测试而写' }, basis: '为测试而写', verification: 'unverified', ...more })

/** A made-up framework with every way of scoring, for tests. */
export const everyKind: Framework = {
  ...hunan2017, id: 'every-kind', title: '每种评分方式（试用）', total: '100', grades: [],
  indicators: [
    indicator('linear', '5', { kind: 'linearDeduction', ...ask, side: 'above', standard: '0.9', per: '0.01', deduct: '0.5', stepMode: 'proportional' }, { formula: rate }),
    indicator('bands', '5', { kind: 'bandTable', ...ask, ruleMost: '5', bands: [{ to: '0.95', toIncluded: true, points: '5' }, { from: '0.95', points: '2' }] }, { formula: rate }),
    indicator('ratio', '10', { kind: 'ratioOfWeight', ...ask, direction: 'positive', over: { from: '1.3', treat: 'explain' } }, { formula: formula('支出合计_决算数 / 支出合计_年初预算数') }),
    indicator('symmetric', '5', { kind: 'symmetricBand', ...ask, standard: '1', ruleMost: '5', bands: [{ from: '0', fromIncluded: true, to: '0.1', toIncluded: true, points: '5' }, { from: '0.1', points: '1' }] }, { formula: rate }),
    indicator('equal', '4', { kind: 'equalTarget', ...ask, target: '86' }, { formula: formula('国内公务接待人次'), valueStyle: 'number' }),
    indicator('range', '5', { kind: 'rangeTarget', ...ask, from: '0.95', to: '1.05', outside: 'deduct', per: '0.01', deduct: '0.5', stepMode: 'ceiling' }, { formula: rate }),
    indicator('price', '6', { kind: 'unitPrice', ...ask, standard: '50', over: 'ratio' }, { formula: formula('公务接待费_决算数 * 10000 / 国内公务接待人次'), valueStyle: 'number' }),
    indicator('entered', '5', { kind: 'ratioOfWeight', ...ask, direction: 'positive' }),
    indicator('cases', '3', { kind: 'caseTable', ...ask, ruleMost: '3', otherwise: { label: '超编', points: '0' }, cases: [{ label: '有空编', when: formula('在职人员数 < 编制数'), points: '3' }, { label: '满编', when: formula('在职人员数 = 编制数'), points: '2' }] }),
    indicator('best', '5', { kind: 'bestOf', ...ask, options: [
      { title: '在职率', formula: rate, scoring: { kind: 'linearDeduction', ...ask, side: 'below', standard: '1', per: '0.01', deduct: '1', stepMode: 'floor' } },
      { title: '接待费占比', formula: formula('公务接待费_决算数 / 三公经费_决算数'), scoring: { kind: 'linearDeduction', ...ask, side: 'above', standard: '0.05', per: '0.01', deduct: '1', stepMode: 'floor' } } ] }),
    indicator('checkpoints', '5', { kind: 'checkpoints', ...full, points: [
      { title: '年初', weight: '2', formula: formula('三公经费_年初预算数 / 三公经费_上年预算数'), scoring: { kind: 'linearDeduction', ...ask, side: 'above', standard: '0.9', per: '0.01', deduct: '0.1', stepMode: 'proportional' } },
      { title: '年末', weight: '3', formula: formula('三公经费_决算数 / 三公经费_年初预算数'), scoring: { kind: 'linearDeduction', ...ask, side: 'above', standard: '1', per: '0.01', deduct: '1', stepMode: 'floor' } } ] }),
    indicator('aggregate', '5', { kind: 'aggregate', ...ask, mode: 'byMoney', table: 'projects', actual: 'actual', target: 'adjustedBudget', money: 'adjustedBudget', rule: { kind: 'ratioOfWeight', ...ask, direction: 'positive' } }),
    indicator('checklist', '4', { kind: 'checklist', ...ask, items: [{ key: 'a', text: '甲', points: '2' }, { key: 'b', text: '乙', points: '2' }] }),
    indicator('occurrences', '5', { kind: 'occurrences', ...ask, deduct: '1', of: ['一例'] }),
    indicator('external', '5', { kind: 'externalScore', ...ask, most: '100', by: '绩效办' }),
    indicator('tiers', '5', { kind: 'tiers', ...ask, tiers: [{ label: '好', points: '5' }, { label: '差', points: '0' }] }),
    indicator('own', '5', { kind: 'subindicators', ...ask, suggested: ['甲'] }),
    indicator('group', '6', { kind: 'selectableGroup', ...ask, slots: ['甲', '乙', '丙'], least: 1, most: 2 }),
    indicator('deadline', '4', { kind: 'deadline', ...ask, late: 'perDays', per: '10', deduct: '0.5', milestones: [{ key: 'm', title: '上线', due: '{year}-12-31' }] }),
    indicator('veto', '3', { kind: 'tiers', ...ask, veto: { when: formula('在职人员数 > 编制数'), says: '超编不得分' }, tiers: [{ label: '好', points: '3' }] }),
  ],
}
