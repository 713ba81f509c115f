import { BOTH_ZERO } from '../../../domain/indicators/scoreLine'
import type { Line } from '../../../domain/indicators/assessment'

/** How a line's state is told: words, and the look of their chip. */
export function lineState(line: Line): { readonly text: string; readonly look: string } {
  switch (line.state) {
    case 'computed': return { text: '已算', look: 'good' }
    case 'judged': return { text: '人工判断', look: 'good' }
    case 'adjusted': return { text: '已调整', look: 'warn' }
    case 'notApplicable': return { text: line.value !== BOTH_ZERO && line.indicator.scoring.notApplicable === 'zero' ? '不涉及，不得分' : line.value === BOTH_ZERO ? '没有变动，给满分' : '不涉及，给满分', look: '' }
    case 'excluded': return { text: '不参与评分', look: '' }
    case 'open': return { text: line.asked.some((one) => one.kind === 'figure') ? `待定：缺 ${line.asked.filter((one) => one.kind === 'figure').length} 个数` : '待判断', look: 'bad' }
  }
}
