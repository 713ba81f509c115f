import { expect, it } from 'vitest'
import { hunan2017 } from '../../src/catalog/frameworks/hunan2017'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import { assess } from '../../src/domain/indicators/assess'
import { memoryBrowser, openWindow, quiet } from '../support/memoryServices'

it('a finished evaluation keeps its scores whatever becomes of the framework it was scored by', async () => {
  const browser = memoryBrowser()
  const { desk, evaluation, frameworks } = openWindow(browser)
  const framework = (await frameworks.copy(hunan2017.id))!
  frameworks.edit(framework, (one) => ({ ...one, indicators: one.indicators.map((indicator) => (indicator.id === 'staffControlRate' ? { ...indicator, weight: '8' } : indicator)) }))
  await frameworks.finish(framework, '报县局')
  const id = await desk.keep({ ...foundingCase, id: 'finished', framework: frameworks.find(framework)!.framework })
  await evaluation.open(id)
  evaluation.answer('staff.quota@approved', given('20'))
  evaluation.answer('staff.onPost@yearEnd', given('21'))
  await quiet()
  const scored = async () => {
    const { evaluation: stored } = (await browser.evaluations.find(id))!
    return { framework: stored.framework, assessment: assess(stored.framework, stored) }
  }
  const before = await scored()
  expect(before.assessment.lines[0]).toMatchObject({ value: '105.00%', weight: '8.00', points: '5.50' })

  frameworks.edit(framework, (one) => ({ ...one, indicators: one.indicators.slice(1) }))
  await frameworks.finish(framework, '第二年')
  await frameworks.remove(framework)
  await quiet()
  expect(await scored()).toEqual(before)
  const again = openWindow(browser)
  await again.evaluation.open(id)
  expect(again.evaluation.assessment?.lines[0]).toMatchObject({ value: '105.00%', weight: '8.00', points: '5.50' })
})
