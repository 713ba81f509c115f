import * as fc from 'fast-check'
import type { Expression, Operator } from '../../src/domain/expression/expression'

type Text = Extract<Expression, { kind: 'text' }>

/** What random formulas may speak of: items and columns that exist. */
export interface Words {
  readonly items: readonly string[]
  readonly columns: readonly (readonly [table: string, column: string])[]
  readonly rows: readonly string[]
}

const numberText = fc.oneof(fc.nat(1000).map(String), fc.tuple(fc.nat(999), fc.integer({ min: 0, max: 99 })).map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`))
const operators: readonly Operator[] = ['+', '-', '*', '/', '=', '<>', '<', '<=', '>', '>=']
const words: fc.Arbitrary<Text> = fc.string({ unit: fc.constantFrom(...'合格已验收"“”=（) x1'), maxLength: 6 }).map((text) => ({ kind: 'text', text }))

/** Any formula the parser could have read: every part stands where it may. */
export function arbitraryExpression({ items, columns, rows }: Words): fc.Arbitrary<Expression> {
  const item = fc.constantFrom(...items).map((id): Expression => ({ kind: 'item', item: id }))
  const column = fc.constantFrom(...columns).map(([table, id]): Expression => ({ kind: 'column', table, column: id }))
  const cell = fc.tuple(fc.constantFrom(...columns), fc.constantFrom(...rows)).map(([[table, id], row]): Expression => ({ kind: 'cell', table, row, column: id }))
  const number = fc.oneof(numberText.map((text): Expression => ({ kind: 'number', text })), numberText.map((text): Expression => ({ kind: 'number', text, percent: true })))
  const condition = fc.constantFrom<Text>({ kind: 'text', text: '>50' }, { kind: 'text', text: '<=100' }, { kind: 'text', text: '<>0' })
  return fc.letrec<{ tree: Expression }>((tie) => {
    const tree = tie('tree')
    const call = (name: Extract<Expression, { kind: 'call' }>['name'], ...args: readonly fc.Arbitrary<Expression>[]) =>
      fc.tuple(...args).map((of): Expression => ({ kind: 'call', name, args: of }))
    return {
      tree: fc.oneof({ maxDepth: 6, depthSize: 'small', withCrossShrink: true },
        item, number, cell,
        { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...operators), tree, tree).map(([operator, left, right]): Expression => ({ kind: 'operation', operator, left, right })) },
        tree.map((of): Expression => ({ kind: 'negative', of })),
        fc.tuple(fc.constantFrom<Operator>('=', '<>'), item, words).map(([operator, left, right]): Expression => ({ kind: 'operation', operator, left, right })),
        call('SUM', fc.oneof(tree, column), fc.oneof(tree, column)), call('COUNT', column), call('COUNTIF', column, condition), call('SUMIF', column, condition),
        call('MIN', tree, tree), call('MAX', tree, tree, tree), call('ABS', tree), call('ROUND', tree, fc.nat(4).map((places): Expression => ({ kind: 'number', text: String(places) }))),
        call('IF', tree, tree, tree), call('AND', tree, tree), call('OR', tree, tree), call('NOT', tree)),
    }
  }).tree
}
