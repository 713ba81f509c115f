import { editDecoder } from '../domain/evaluation/decodeEdit'
import { decode, keyOf, list, literal, name, object, wholeNumber } from '../kernel/decode'
import { err, ok, type Result } from '../kernel/result'
import type { JournalEntry, Step } from './journal'

const entryDecoder = object<JournalEntry>({
  format: literal(1), evaluation: name(), baseRevision: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  steps: list(object<Step>({
    id: name(), at: wholeNumber(0, Number.MAX_SAFE_INTEGER), act: keyOf<Step['act']>({ edit: true, undo: true, redo: true, setAside: true }), edit: editDecoder,
  })),
})

/** A left journal's text as an entry; anything may write to `localStorage`, so nothing in it is trusted. */
export function decodeJournal(text: string): Result<JournalEntry, 'unreadable'> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err('unreadable')
  }
  const read = decode(entryDecoder, value)
  return read.ok ? ok(read.value) : err('unreadable')
}
