import { describe, expect, it } from 'vitest'
import { parseTarget } from '../../src/domain/forms/target'
import cases from '../cases/targets.json'

describe('a target in words', () => {
  it.each(cases.cases)('$text', ({ text, ...wanted }) => expect(parseTarget(text) ?? { kind: 'unreadable' }).toEqual(wanted))
})
