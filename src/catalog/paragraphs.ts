import type { Paragraph } from '../domain/report/document'
import { parseSlots } from '../domain/report/slotText'
import { vocabulary } from './formula'

/** Report text of the catalog, a line a paragraph, figures bound in braces. Throws where it does not read: a fault of ours. */
export function paragraphs(...lines: readonly string[]): readonly Paragraph[] {
  const parsed = parseSlots(lines.join('\n'), vocabulary)
  if (!parsed.ok) throw new Error(`catalog error: ${lines.join(' ').slice(0, 60)}: ${parsed.error.message}`)
  return parsed.value
}
