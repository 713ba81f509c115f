import { dictionary, list, literal, name, nullable, object, optional, where, wholeNumber, words, type Decoder } from '../../kernel/decode'
import type { FormOverlay } from '../forms/formOverlay'
import { frameworkDecoder } from '../indicators/decodeFramework'
import type { TaskMaterial, TaskPackage, TaskUnit } from './taskPackage'

const overlayDecoder: Decoder<FormOverlay> = object<FormOverlay>({
  form: name(), omitted: optional(literal(true)), title: optional(words(500)), annex: optional(words(100)), notes: optional(list(words(2000), 100)),
  rows: optional(dictionary(words(500))), columns: optional(dictionary(words(500))), leftOut: optional(list(name(), 1000)), signatures: optional(dictionary(words(200))),
})

/** 填报任务包 from outside. Whether it is sound (forms and outline exist, weights add up) is asked by `taskFaults`. */
export const taskDecoder: Decoder<TaskPackage> = object<TaskPackage>({
  format: literal(1), id: name(100), title: name(), notice: words(200), region: words(200), year: wholeNumber(2000, 2100),
  deadline: nullable(where(name(10), (text) => /^\d{4}-\d\d-\d\d$/.test(text), '日期（如 2026-03-31）')),
  framework: frameworkDecoder, outline: name(), forms: list(overlayDecoder, 200),
  materials: list(object<TaskMaterial>({ number: words(100), name: name() }), 200), naming: words(300),
  units: list(object<TaskUnit>({ code: words(60), name: name(), short: optional(words(200)) }), 5000),
})
