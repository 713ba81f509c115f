import type { Fault } from './fault'
import type { FaultSource } from './faultSource'
import { grades, scoresAbove } from './gradeFaults'
import { emptySections, selfNames, yearFaults } from './sectionFaults'
import { emptyTables, scores, slogans } from './tableFaults'
import { wordFaults } from './wordFaults'

const FINDERS: readonly ((source: FaultSource) => readonly Fault[])[] = [wordFaults, emptySections, yearFaults, selfNames, emptyTables, slogans, scores, grades, scoresAbove]

/** 格式问题 of a text, in no order. */
export const findFaults = (source: FaultSource): readonly Fault[] => FINDERS.flatMap((find) => find(source))
