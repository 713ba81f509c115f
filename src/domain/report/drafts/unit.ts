import type { Paragraph } from '../document'
import { change, clauses, figure, known, say, scope, sentence, share, some, told, wordsOf, year, type DraftFacts } from './facts'

/** 单位性质、隶属和人员. */
export function unitDraft(facts: DraftFacts): readonly Paragraph[] {
  const owner = told(facts, 'unit.department') ? say`${wordsOf('unit.department')}所属` : []
  const nature = told(facts, 'unit.nature') ? say`为${owner}${wordsOf('unit.nature')}` : owner.length > 0 ? say`为${owner}单位` : []
  const identity = sentence([
    say`${wordsOf('unit.name')}${nature}`,
    told(facts, 'unit.rank') ? say`机构规格${wordsOf('unit.rank')}` : [],
    told(facts, 'unit.funding') ? say`经费形式为${wordsOf('unit.funding')}` : [],
  ])
  const offices = sentence([
    some(facts, 'unit.offices@yearEnd') ? say`内设机构${figure('unit.offices@yearEnd')}` : [],
    some(facts, 'unit.subordinates@yearEnd') ? say`下属单位${figure('unit.subordinates@yearEnd')}` : [],
  ])
  return [nature.length > 0 || told(facts, 'unit.rank') ? identity : [], [...offices, ...staffSentence(facts)]]
}

function staffSentence(facts: DraftFacts): Paragraph {
  const post = sentence([
    known(facts, 'staff.quota@approved') ? say`核定编制${figure('staff.quota@approved')}` : [],
    say`年末在职${figure('staff.onPost@yearEnd')}`,
    some(facts, 'staff.retired@yearEnd') ? say`离退休${figure('staff.retired@yearEnd')}` : [],
  ])
  const outside = clauses('，', [
    some(facts, 'staff.temporary@approved') ? say`核定临时聘用人员${figure('staff.temporary@approved')}` : [],
    known(facts, 'staff.temporary@yearEnd') ? say`临时聘用实有${figure('staff.temporary@yearEnd')}` : [],
    some(facts, 'staff.dispatched@yearEnd') ? say`劳务派遣人员${figure('staff.dispatched@yearEnd')}` : [],
  ])
  return outside.length === 0 ? post : [...post, ...say`编制外${outside}。`]
}

/** 主要职责, as the unit states them. */
export const dutiesDraft = (facts: DraftFacts): readonly Paragraph[] =>
  (told(facts, 'unit.duties') ? [say`${scope}主要职责：${wordsOf('unit.duties')}`] : [])

/** 厉行节约的做法, as the unit states them. */
export const economyDraft = (facts: DraftFacts): readonly Paragraph[] =>
  (told(facts, 'economy.measures') ? [say`厉行节约方面，${wordsOf('economy.measures')}`] : [])

/** 收入构成. */
export function incomeDraft(facts: DraftFacts): readonly Paragraph[] {
  if (!known(facts, 'income@actual/all')) return []
  const parts = (['fiscal', 'superior', 'undertaking', 'business', 'affiliates', 'other'] as const)
    .map((part) => ({ id: `income.${part}@actual/all`, name: INCOME[part] }))
    .filter(({ id }) => some(facts, id))
    .map(({ id, name }) => clauses('，', [say`${name}${figure(id)}`, share(facts, id, 'income@actual/all')]))
  const structure = sentence(parts, '；')
  return [say`${year}年，${scope}收入合计${figure('income@actual/all')}。${structure.length === 0 ? [] : say`其中，${structure}`}`]
}

const INCOME = { fiscal: '财政拨款收入', superior: '上级补助收入', undertaking: '事业收入', business: '经营收入', affiliates: '附属单位上缴收入', other: '其他收入' }

/** 政府采购. */
export function procurementDraft(facts: DraftFacts): readonly Paragraph[] {
  const [prior, budget, actual] = ['procurement@priorActual/all', 'procurement@originalBudget/all', 'procurement@actual/all']
  if (!known(facts, actual)) return []
  return [sentence([
    known(facts, budget) ? say`政府采购年初预算${figure(budget)}，实际采购${figure(actual)}` : say`${year}年政府采购${figure(actual)}`,
    change(facts, prior, actual, '上年'),
  ])]
}
