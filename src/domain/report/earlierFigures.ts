import { equals } from '../../kernel/rational'
import { applyEdit, inverse, type Edit } from '../evaluation/edit'
import type { Evaluation } from '../evaluation/evaluation'
import { figuresOf } from '../figures/figuresOf'
import type { FigureId } from '../measures/item'
import type { Measure } from '../measures/measure'
import type { EarlierFigure } from './typedNumbers'

/** Changes further back are not looked at: a text written so long ago has been read since. */
const MOST_EDITS = 60

const touchesData = (edit: Edit): boolean =>
  edit.kind === 'together' ? edit.edits.some(touchesData) : edit.kind === 'answer' || edit.kind === 'cell' || edit.kind === 'rowRemoved' || edit.kind === 'rowAdded' || edit.kind === 'settings'

/** What figures said before the latest changes (oldest first), wherever they say something else now; totals that followed included. */
export function earlierFigures(evaluation: Evaluation, edits: readonly Edit[], figures: readonly FigureId[], measures: readonly Measure[]): readonly EarlierFigure[] {
  const now = figuresOf(evaluation, measures)
  const found = new Map<string, EarlierFigure>()
  let before = evaluation
  for (const edit of edits.slice(-MOST_EDITS).reverse()) {
    before = applyEdit(before, inverse(edit))
    if (!touchesData(edit)) continue
    const then = figuresOf(before, measures)
    for (const figure of figures) {
      const [was, is] = figure.includes('[') ? [then.cell(figure), now.cell(figure)] : [then.item(figure), now.item(figure)]
      if (was.kind === 'value' && !(is.kind === 'value' && equals(was.value, is.value))) found.set(`${figure} ${was.text}`, { figure, text: was.text })
    }
  }
  return [...found.values()]
}
