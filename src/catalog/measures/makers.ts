import type { Basis } from '../../domain/measures/basis'
import type { Measure } from '../../domain/measures/measure'

type Details = Partial<Omit<Measure, 'id' | 'name' | 'kind' | 'definition'>>

/** 金额项, in 万元. */
export const money = (id: string, name: string, definition: string, bases: readonly Basis[], details: Details = {}): Measure => ({
  id, name, kind: 'money', unit: '万元', definition, verification: 'verified', bases, ...details,
})

/** 数量项: people, pieces, times. */
export const count = (id: string, name: string, unit: string, definition: string, bases: readonly Basis[], details: Details = {}): Measure => ({
  id, name, kind: 'count', unit, definition, verification: 'verified', bases, ...details,
})

/** 文字项. */
export const words = (id: string, name: string, definition: string, details: Details = {}): Measure => ({
  id, name, kind: 'text', unit: '', definition, verification: 'verified', bases: [], ...details,
})

/** 选择项. */
export const choice = (id: string, name: string, definition: string, options: readonly string[], details: Details = {}): Measure => ({
  id, name, kind: 'choice', unit: '', definition, verification: 'verified', bases: [], options, ...details,
})
