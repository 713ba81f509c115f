import { expect, it } from 'vitest'
import { builtModule } from '../support/builtModule'
import { ownCases } from '../support/checkupScore'
import { medianOf } from '../support/ratio'

/** The founding report's kind of text: much prose, a figure here and there; and our case reports, where every second word is a figure. */
const PROSE = '该项工作按照年初部署稳步推进，制度进一步健全，流程进一步规范，服务对象反映良好，各科室分工明确、责任到人，问题能够及时发现和解决。'

it('1 MB of report text, checked on one core', async () => {
  const { checkText } = await builtModule<typeof import('../../src/domain/checkup/checkText')>('src/domain/checkup/checkText.ts')
  const dense = ownCases().map(({ text }) => text).join('\n\n')
  const usual = dense.split('\n').map((line) => (line.includes('\t') ? line : `${line}\n${PROSE.repeat(3)}`)).join('\n')
  for (const [what, source] of [['as reports are', usual], ['figures only', dense]] as const) {
    let text = source
    while (Buffer.byteLength(text) < 1_000_000) text += `\n\n${source}`
    const bytes = Buffer.byteLength(text)
    // CPU time, so that a busy machine does not count as a slow check-up.
    const before = process.cpuUsage()
    let runs = 0
    const wall = await medianOf(3, () => {
      runs += 1
      return checkText(text)
    })
    const { user, system } = process.cpuUsage(before)
    const rate = (bytes * runs) / (user + system)
    console.log(`check-up, ${what}: ${(bytes / 1e6).toFixed(2)} MB in ${wall.toFixed(0)} ms, ${rate.toFixed(2)} MB per second of one core`)
    expect(rate).toBeGreaterThan(0)
  }
})
