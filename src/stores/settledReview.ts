import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Check, Review } from '../domain/checks/check'
import { reviewer, type Beside } from '../domain/checks/review'
import type { Evaluation } from '../domain/evaluation/evaluation'
import type { Measure } from '../domain/measures/measure'
import { inSlices } from '../kernel/breath'
import { isLong } from './settled'

/**
 * 校验 of the settled evaluation: at once, or in slices where it holds a long list, so that ten thousand rows never hold the page up.
 * Until the slices are done the review of before stands; null where there was none.
 */
export function settledReview(settled: Readonly<ShallowRef<Evaluation | null>>, checks: readonly Check[], measures: readonly Measure[], besideOf: (evaluation: Evaluation) => Beside): ComputedRef<Review | null> {
  const reviewed = reviewer(checks, measures)
  const sliced = shallowRef<{ readonly evaluation: string; readonly review: Review } | null>(null)
  const long = computed(() => {
    const evaluation = settled.value
    return evaluation && isLong(evaluation) ? { evaluation, beside: besideOf(evaluation) } : null
  })
  watch(long, async (asked) => {
    if (!asked) return
    const review = await inSlices(reviewed.steps(asked.evaluation, asked.beside), () => long.value !== asked)
    if (review) sliced.value = { evaluation: asked.evaluation.id, review }
  }, { immediate: true })
  return computed(() => {
    const evaluation = settled.value
    if (!evaluation) return null
    if (!isLong(evaluation)) return reviewed(evaluation, besideOf(evaluation))
    return sliced.value?.evaluation === evaluation.id ? sliced.value.review : null
  })
}
