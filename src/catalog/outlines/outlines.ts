import type { Outline } from '../../domain/report/outline'

/** Outlines, in the order they are offered. */
export const outlines: readonly Outline[] = []
