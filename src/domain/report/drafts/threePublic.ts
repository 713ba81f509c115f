import type { Paragraph } from '../document'
import { change, clauses, figure, joined, known, say, sentence, some, type DraftFacts } from './facts'

const on = (measure: string, basis: string): string => `${measure}@${basis}/all`

/** Each row with the counts the public tables want beside it. */
const ROWS = [
  { name: '因公出国（境）费', measure: 'threePublic.abroad', counts: [['团组', 'threePublic.abroadGroups@inYear'], ['', 'threePublic.abroadPersons@inYear']] },
  { name: '公务用车购置费', measure: 'threePublic.vehicles.purchase', counts: [['购置公务用车', 'threePublic.vehiclesBought@inYear']] },
  { name: '公务用车运行维护费', measure: 'threePublic.vehicles.running', counts: [['年末公务用车保有量', 'threePublic.vehiclesKept@yearEnd']] },
  { name: '公务接待费', measure: 'threePublic.reception', counts: [['国内公务接待', 'threePublic.receptionBatches@inYear'], ['', 'threePublic.receptionPersons@inYear']] },
] as const

function row(facts: DraftFacts, { name, measure, counts }: (typeof ROWS)[number]): Paragraph {
  const actual = on(measure, 'actual')
  if (!known(facts, actual)) return []
  return clauses('，', [
    say`${name}${figure(actual)}`,
    change(facts, on(measure, 'priorActual'), actual, '上年'),
    clauses('、', counts.filter(([, id]) => some(facts, id)).map(([words, id]) => say`${words}${figure(id)}`)),
  ])
}

/** “三公”经费: budget and account, against both, then each of its rows. */
export function threePublicDraft(facts: DraftFacts): readonly Paragraph[] {
  const of = (basis: string): string => on('threePublic', basis)
  const rows = sentence(ROWS.map((one) => row(facts, one)), '；')
  const total = known(facts, of('actual')) || rows.length === 0
    ? sentence([
      known(facts, of('originalBudget')) ? say`“三公”经费年初预算${figure(of('originalBudget'))}，决算${figure(of('actual'))}` : say`“三公”经费决算${figure(of('actual'))}`,
      change(facts, of('originalBudget'), of('actual'), '年初预算'),
      change(facts, of('priorActual'), of('actual'), '上年决算'),
    ])
    : []
  return [joined([total, ...(rows.length === 0 ? [] : [total.length === 0 ? say`“三公”经费中，${rows}` : say`其中，${rows}`])])]
}
