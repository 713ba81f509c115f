import { shiftPoint } from '../../src/kernel/decimalText'
import type { Made } from './madeSheet'

/** The figures of a made unit in 万元; nothing in it is real. */
export interface MadeUnit {
  readonly basic: string
  readonly project: string
  readonly own: string
  readonly codes: readonly (readonly [code: string, name: string, amount: string])[]
}

/** A fictional unit without other money than 一般公共预算. */
export const UNIT: MadeUnit = {
  basic: '330.00', project: '120.50', own: '0',
  codes: [['301', '工资福利支出', '260.00'], ['30101', '基本工资', '160.00'], ['30113', '住房公积金', '100.00'], ['302', '商品和服务支出', '70.00'], ['30201', '办公费', '12.34'], ['30231', '公务用车运行维护费', '9.66'], ['30239', '其他交通费用', '48.00']],
}

/** How a generation of the set is printed. */
export interface Generation {
  readonly unit: '元' | '万元'
  readonly year: number
  /** 07 一般公共预算“三公”, or 09 财政拨款“三公” with the funds before it. */
  readonly threePublic: 'general07' | 'fiscal09'
  /** What the note under 三公 says the budget is. */
  readonly budget: '年初预算数' | '全年预算数' | null
}

const sum = (...texts: readonly string[]): string => (texts.reduce((total, text) => total + Math.round(Number(text) * 100), 0) / 100).toFixed(2)

/** The national disclosure set of a made unit: sheets of rows, with their merges. */
export function publishedSet(unit: MadeUnit, { unit: money, year, threePublic, budget }: Generation): { readonly [name: string]: { readonly rows: readonly (readonly Made[])[]; readonly merges?: readonly string[] } } {
  const m = (text: string): number => Number(money === '元' ? shiftPoint(text, 4) : text)
  const head = (title: string, number: string): readonly (readonly Made[])[] => [[title], [`部门：某某中心（虚构）`, null, null, null, null, number], [`${year}年度`, null, null, null, null, `金额单位：${money}`]]
  const fiscal = sum(unit.basic, unit.project)
  const total = sum(fiscal, unit.own)
  const personnel = '260.00'
  const operating = '70.00'
  const three = [['合计', '12.00', '11.16'], ['因公出国（境）费', '0.00', '0.00'], ['小计', '10.00', '9.66'], ['公务用车购置费', '0.00', '0.00'], ['公务用车运行维护费', '10.00', '9.66'], ['公务接待费', '2.00', '1.50']] as const
  const threeTitle = threePublic === 'fiscal09' ? '财政拨款“三公”经费支出决算表' : '一般公共预算财政拨款“三公”经费支出决算表'
  const code = unit.codes.map(([c, name, amount]): readonly Made[] => [c, name, m(amount)])
  const half = Math.ceil(code.length / 2)
  const threeNumber = threePublic === 'fiscal09' ? '公开09表' : '公开07表'
  return {
    封面: { rows: [[`${year}年度部门决算公开`], ['某某中心（虚构）']] },
    Z01: { rows: [...head('收入支出决算总表', '公开01表'), ['收入', null, null, '支出', null, null], ['项目', '行次', '金额', '项目', '行次', '金额'], ['栏次', null, 1, '栏次', null, 2],
      ['一、一般公共预算财政拨款收入', 1, m(fiscal), '一、一般公共服务支出', 32, m(fiscal)], ['二、政府性基金预算财政拨款收入', 2, null, '二、外交支出', 33, null], ['八、其他收入', 8, m(unit.own), '八、社会保障和就业支出', 39, m(unit.own)],
      ['本年收入合计', 27, m(total), '本年支出合计', 58, m(total)], ['使用非财政拨款结余', 28, 0, '结余分配', 59, 0], ['年初结转和结余', 29, m('3.20'), '年末结转和结余', 60, m('3.20')], ['总计', 30, m(sum(total, '3.20')), '总计', 61, m(sum(total, '3.20'))],
      ['注：本表反映部门本年度的总收支和年末结转结余情况。']], merges: ['A4:C4', 'D4:F4'] },
    Z02: { rows: [...head('收入决算表', '公开02表'), ['项目', null, '本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'], ['功能分类科目编码', '科目名称', null, null, null, null, null, null, null], ['栏次', null, 1, 2, 3, 4, 5, 6, 7],
      ['合计', null, m(total), m(fiscal), 0, 0, 0, 0, m(unit.own)], ['201', '一般公共服务支出', m(total), m(fiscal), null, null, null, null, m(unit.own)]],
      merges: ['A4:B4', 'C4:C5', 'D4:D5', 'E4:E5', 'F4:F5', 'G4:G5', 'H4:H5', 'I4:I5', 'A6:B6', 'A7:B7'] },
    Z03: { rows: [...head('支出决算表', '公开03表'), ['项目', null, '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'], ['功能分类科目编码', '科目名称', null, null, null, null, null, null], ['栏次', null, 1, 2, 3, 4, 5, 6],
      ['合计', null, m(total), m(unit.basic), m(sum(unit.project, unit.own)), 0, 0, 0], ['201', '一般公共服务支出', m(total), m(unit.basic), m(sum(unit.project, unit.own)), null, null, null]],
      merges: ['A4:B4', 'C4:C5', 'D4:D5', 'E4:E5', 'F4:F5', 'G4:G5', 'H4:H5', 'A6:B6', 'A7:B7'] },
    Z04: { rows: [...head('财政拨款收入支出决算总表', '公开04表'), ['收入', null, null, '支出', null, null, null, null, null], ['项目', '行次', '金额', '项目', '行次', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
      ['一、一般公共预算财政拨款', 1, m(fiscal), '一、一般公共服务支出', 33, m(fiscal), m(fiscal), null, null], ['本年收入合计', 27, m(fiscal), '本年支出合计', 59, m(fiscal), m(fiscal), 0, 0],
      ['年初财政拨款结转和结余', 28, m('3.20'), '年末财政拨款结转和结余', 60, m('3.20'), m('3.20'), 0, 0], ['总计', 32, m(sum(fiscal, '3.20')), '总计', 64, m(sum(fiscal, '3.20')), m(sum(fiscal, '3.20')), 0, 0]], merges: ['A4:C4', 'D4:I4'] },
    Z05: { rows: [...head('一般公共预算财政拨款支出决算表', '公开05表'), ['项目', null, '本年支出', null, null], ['功能分类科目编码', '科目名称', '小计', '基本支出', '项目支出'], ['栏次', null, 1, 2, 3], ['合计', null, m(fiscal), m(unit.basic), m(unit.project)], ['201', '一般公共服务支出', m(fiscal), m(unit.basic), m(unit.project)]],
      merges: ['A4:B4', 'C4:E4', 'A6:B6', 'A7:B7'] },
    Z06: { rows: [...head('一般公共预算财政拨款基本支出决算明细表', '公开06表'), ['人员经费', null, null, '公用经费', null, null], ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
      ...Array.from({ length: half }, (_, i): readonly Made[] => [...(code[i] ?? [null, null, null]), ...(code[i + half] ?? [null, null, null])]),
      ['人员经费合计', null, m(personnel), '公用经费合计', null, m(operating)]], merges: ['A4:C4', 'D4:F4', `A${6 + half}:B${6 + half}`, `D${6 + half}:E${6 + half}`] },
    [`Z${threeNumber.slice(2, 4)}`]: { rows: [...head(threeTitle, threeNumber), ['预算数', null, null, null, null, null, '决算数', null, null, null, null, null], ['合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费', '合计', '因公出国（境）费', '公务用车购置及运行维护费', null, null, '公务接待费'],
      [null, null, '小计', '公务用车购置费', '公务用车运行维护费', null, null, null, '小计', '公务用车购置费', '公务用车运行维护费', null], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [...three.map(([, b]) => m(b)), ...three.map(([, , a]) => m(a))],
      ...(budget === null ? [] : [[`注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为“三公”经费${budget}；决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。`]])],
      merges: ['A4:F4', 'G4:L4', 'A5:A6', 'B5:B6', 'C5:E5', 'F5:F6', 'G5:G6', 'H5:H6', 'I5:K5', 'L5:L6'] },
  }
}
