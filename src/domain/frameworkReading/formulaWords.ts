import type { Expression } from '../expression/expression'
import { parseExpression } from '../expression/parse'
import type { Vocabulary } from '../expression/vocabulary'

/** 算式用语: what official tables call an item, and the item's name in formulas. */
export interface FormulaTerm {
  readonly says: string
  readonly means: string
}

/** A formula read from words. */
export interface FormulaReading {
  readonly formula: Expression
  /** The words it was read from. */
  readonly words: string
  /** Which words were taken for which item: 「实际支出公用经费总额 → 公用经费_决算数」. */
  readonly taken: readonly string[]
}

const plain = (text: string): string => text
  .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  .replace(/[\s“”"'‘’]/g, '').replace(/[[【{]/g, '(').replace(/[\]】}]/g, ')').replace(/÷/g, '/').replace(/[×✕＊]/g, '*').replace(/[—–−]/g, '-')

/** 「…率=A/B×100%」 and the like: the right-hand sides in a text. */
function candidates(text: string): readonly string[] {
  return plain(text).split(/[。;；\n]/).flatMap((sentence) => {
    const sides = sentence.split('=')
    return sides.length < 2 ? [] : [sides.slice(1).join('=').replace(/\*100%?.*$/, '').replace(/,.*$/, '')]
  }).filter((side) => /[/+*-]/.test(side))
}

/**
 * The formula in a 指标解释 or 计算公式, by the terms of official tables and the names of items; null where a part of it is not known.
 * The longest term wins, so that 「实际支出公用经费总额」 is not cut apart.
 */
export function formulaIn(text: string, terms: readonly FormulaTerm[], vocabulary: Vocabulary): FormulaReading | null {
  const known = [...terms.map(({ says, means }) => [plain(says), means] as const), ...vocabulary.names.filter((name) => !name.includes('.')).map((name) => [name, name] as const)]
    .sort(([a], [b]) => b.length - a.length)
  for (const words of candidates(text)) {
    const taken: string[] = []
    const operands = words.split(/([+\-*/()])/).map((part) => {
      if (part === '' || /^[+\-*/()]$/.test(part) || /^\d+(?:\.\d+)?%?$/.test(part)) return part
      const found = known.find(([says]) => says === part)
      if (found && found[0] !== found[1]) taken.push(`${part} → ${found[1]}`)
      return found?.[1] ?? null
    })
    if (operands.includes(null)) continue
    const parsed = parseExpression(operands.join(' '), vocabulary)
    if (parsed.ok) return { formula: parsed.value, words, taken }
  }
  return null
}
