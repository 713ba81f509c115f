import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { checkText } from '../../../src/domain/checkup/checkText'
import { findingsOf } from '../../../src/domain/checkup/checkupFinding'
import { assess } from '../../../src/domain/indicators/assess'
import { compose } from '../../../src/domain/report/compose'
import { ownCases } from '../../support/checkupScore'
import { isTold, mutationsOf, numbersFrom, type Mutation } from '../../support/mutations'

const document = compose(catalog.outlines.find(({ id }) => id === foundingCase.outline)!, foundingCase, assess(foundingCase.framework, foundingCase))
const clean = [
  ...ownCases().filter(({ relations }) => relations.every(({ verdict }) => verdict !== 'CONTRADICTED')).map(({ text }) => text),
  document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [])).join('\n'),
]
const runs = Number(process.env['MUTATION_RUNS'] ?? 1)
const faultsIn = (text: string): number => findingsOf(text, checkText(text)).filter(({ severity }) => severity !== 'hint').length

function outcome(mutations: readonly Mutation[]): { readonly share: number; readonly missed: readonly string[] } {
  const missed = mutations.filter((mutation) => !isTold(mutation, findingsOf(mutation.text, checkText(mutation.text)))).map(({ kind, what }) => `${kind}: ${what}`)
  return { share: mutations.length === 0 ? 1 : 1 - missed.length / mutations.length, missed }
}

describe('clean reports', () => {
  it.each(clean.map((text, i) => [i, text] as const))('%i is not flagged', (_, text) => expect(faultsIn(text)).toBe(0))
  const all = clean.flatMap((text, i) => Array.from({ length: runs }, (_, run) => mutationsOf(text, checkText(text), numbersFrom(i * 1000 + run))).flat())
  it.each(['digit', 'swap', 'unit', 'direction', 'table'] as const)('with a slip of the kind %s are', (kind) => {
    const mutations = all.filter((mutation) => mutation.kind === kind)
    const { share, missed } = outcome(mutations)
    if (process.env['MUTATION_RUNS']) console.log(kind, mutations.length, share, missed)
    expect(mutations.length).toBeGreaterThan(5)
    expect(share >= 0.9 ? [] : missed).toEqual([])
  })
})
