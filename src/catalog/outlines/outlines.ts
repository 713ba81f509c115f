import type { Outline } from '../../domain/report/outline'
import { foundingOutline } from './founding'
import { hunanFullOutline } from './hunanFull'

/** Outlines, in the order they are offered. */
export const outlines: readonly Outline[] = [foundingOutline, hunanFullOutline]
