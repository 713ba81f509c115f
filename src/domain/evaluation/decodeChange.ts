import { chosenBy, keyOf, list, literal, name, object, wholeNumber, words, type Decoder } from '../../kernel/decode'
import { editDecoder } from './decodeEdit'
import { evaluationDecoder } from './decodeEvaluation'
import type { Act, Change, EditedLine, ReplacedLine } from './history'
import type { KeptEvaluation } from './keptEvaluation'

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER)
const line = { id: name(), revision: count, at: count }

const edited = object<EditedLine>({ ...line, act: keyOf<Act>({ edit: true, undo: true, redo: true, setAside: true }), edit: editDecoder })
const replaced = object<ReplacedLine>({ ...line, act: literal('replaced'), reason: words(500) })

/** 修改记录 from outside. */
export const changeDecoder: Decoder<Change> = chosenBy<Change>((value) =>
  (typeof value === 'object' && value !== null && 'act' in value && value.act === 'replaced' ? replaced : edited))

/** An evaluation with its change log, from a backup. */
export const keptEvaluationDecoder: Decoder<KeptEvaluation> = object<KeptEvaluation>({
  evaluation: evaluationDecoder, revision: count, updatedAt: count, changes: list(changeDecoder, 50_000),
})
