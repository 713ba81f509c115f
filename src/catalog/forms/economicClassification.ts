import type { Form, MatrixRow } from '../../domain/forms/form'
import { economicClasses, economicMeasure } from '../classification/economicClassification'

const row = (code: string, name: string, indent: 0 | 1): MatrixRow => ({
  id: `code${code}`, label: `${code} ${name}`, name: `${code} ${name}`, indent, measure: economicMeasure(code),
})

/** 基本支出经济分类, after 公开06表; filled where the unit has it. */
export const economicClassificationForm: Form = {
  id: 'economicClassification',
  name: '经济分类',
  title: '一般公共预算财政拨款基本支出决算明细表',
  unit: '万元',
  fund: 'general',
  landscape: false,
  verification: 'verified',
  source: '部门预算支出经济分类科目（2018 年改革后至 2020 年前后版本）；款级科目年年修订，其他年度待核对',
  blocks: [
    { kind: 'matrix', id: 'economic', stub: '科目编码和名称', columns: [
      { id: 'actual', head: '{year}年决算数', label: '本年决算', basis: 'actual', width: 18 }], rows: [
      { id: 'total', label: '合计', name: '合计', indent: 0, measure: 'economic' },
      ...economicClasses.flatMap((of) => [row(of.code, of.name, 0), ...of.items.map(([code, name]) => row(code, name, 1))]),
    ] },
  ],
  notes: ['与部门决算公开06表一致；本单位没有的科目可选“不涉及”。'],
  signatures: [],
}
