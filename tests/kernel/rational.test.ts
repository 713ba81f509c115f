import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, compare, decimal, divide, fromDecimal, multiply, reduce, roundHalfUp, subtract, toDecimalText, toFixedText, type Rational } from '../../src/kernel/rational'

const amount = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(6)).map(([n, places]): Rational => ({ n, d: 10n ** BigInt(places) }))
const isSame = (a: Rational, b: Rational): boolean => a.n * b.d === b.n * a.d

describe('decimal text', () => {
  it.each([['0', 0n, 1n], ['-12.30', -1230n, 100n], ['+5', 5n, 1n], ['007.5', 75n, 10n], ['0.03', 3n, 100n], ['123456789012345678.91', 12345678901234567891n, 100n]])(
    '%s is read to the last digit', (text, n, d) => expect(fromDecimal(text)).toEqual({ n, d }))

  it.each(['', '-', '+', '.', '.5', '5.', '1.2.3', '1e3', ' 1', '1 ', '--1', '1,000', '０', 'NaN', '不涉及'])('“%s” is no decimal text', (text) => expect(fromDecimal(text)).toBeNull())

  it('is read exactly as its pattern says, whatever the text', () => {
    const pattern = /^([+-]?)(\d+)(?:\.(\d+))?$/
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.+-e '), maxLength: 24 }), (text) => {
      const match = pattern.exec(text)
      const expected = match && { n: BigInt(match[2]! + (match[3] ?? '')) * (match[1] === '-' ? -1n : 1n), d: 10n ** BigInt((match[3] ?? '').length) }
      expect(fromDecimal(text)).toEqual(expected)
    }), { numRuns: 2000 })
  })

  it('prints back', () => {
    fc.assert(fc.property(amount, (value) => {
      expect(isSame(decimal(toDecimalText(value)), value)).toBe(true)
    }))
  })
})

describe('exact arithmetic', () => {
  it('undoes itself', () => {
    fc.assert(fc.property(amount, amount, (a, b) => {
      expect(isSame(subtract(add(a, b), b), a)).toBe(true)
      expect(b.n === 0n || isSame(multiply(divide(a, b)!, b), a)).toBe(true)
    }))
  })

  it('keeps the divisor’s sign above the line, and has no quotient by zero', () => {
    fc.assert(fc.property(amount, amount, (a, b) => {
      const quotient = divide(a, b)
      if (b.n === 0n) expect(quotient).toBeNull()
      else expect(quotient!.d > 0n).toBe(true)
    }))
  })

  it('compares by value, not by digits', () => {
    expect(compare(decimal('187.5'), decimal('187.50'))).toBe(0)
    fc.assert(fc.property(amount, amount, (a, b) => {
      const { n } = reduce(subtract(a, b))
      expect(compare(a, b)).toBe(n < 0n ? -1 : n > 0n ? 1 : 0)
    }))
  })
})

describe('四舍五入', () => {
  it.each([['2.345', 2, '2.35'], ['-2.345', 2, '-2.35'], ['2.344999999', 2, '2.34'], ['0.5', 0, '1'], ['-0.004', 2, '0.00'], ['1', 3, '1.000'], ['62.5', 2, '62.50']])(
    '%s to %i places is %s', (text, places, expected) => expect(toFixedText(decimal(text), places)).toBe(expected))

  it('is the nearest, halves away from zero', () => {
    fc.assert(fc.property(amount, fc.nat(4), (value, places) => {
      const off = subtract(roundHalfUp(value, places), value)
      const half: Rational = { n: 1n, d: 2n * 10n ** BigInt(places) }
      const size = { n: off.n < 0n ? -off.n : off.n, d: off.d }
      expect(compare(size, half)).toBeLessThanOrEqual(0)
      // Exactly half away: the rounded one is the larger in size.
      if (compare(size, half) === 0) expect(off.n < 0n).toBe(value.n < 0n)
    }))
  })
})
