import { beforeEach, describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import { keepBeforeUpgrade } from '../../src/stores/keepBefore'
import { memoryBrowser, openWindow, quiet, type MemoryBrowser } from '../support/memoryServices'

const QUOTA = 'staff.quota@approved'
const DAY = 86_400_000
let browser: MemoryBrowser
beforeEach(() => { browser = memoryBrowser() })

async function opened(later = 0) {
  const one = openWindow(browser)
  one.clock.now += later
  await one.desk.open()
  await one.evaluation.open(await one.desk.openSample('founding'))
  await quiet()
  return one
}
const reasons = async () => (await browser.evaluations.snapshots(foundingCase.id)).map(({ reason }) => reason)

describe('earlier versions', () => {
  it('are kept by hand with a word, shown with what has changed since, and restored; the replaced one can be had back', async () => {
    const { versions, evaluation, clock } = await opened()
    await versions.keep('报送稿')
    clock.now += 60_000
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    await versions.refresh()
    versions.show(versions.list[0]!.seq)
    expect(versions.changes).toEqual([{ words: '编制数', before: '8', after: '4' }])
    expect(await versions.restore()).toBe(true)
    expect(evaluation.evaluation).toEqual(foundingCase)
    expect(versions.list.map(({ reason }) => reason)).toEqual(['恢复历史版本之前', '手动保存：报送稿'])
    versions.show(versions.list[0]!.seq)
    await versions.restore()
    expect(evaluation.evaluation?.answers[QUOTA]).toEqual(given('4'))
  })

  it('are not kept twice when nothing has changed', async () => {
    const { versions } = await opened()
    await versions.keep('')
    await versions.keep('再存一次')
    expect(await reasons()).toEqual(['手动保存'])
  })

  it('are kept before another framework is chosen', async () => {
    const { evaluation } = await opened()
    const other = catalog.frameworks.find(({ id }) => id !== foundingCase.framework.id)!
    expect(evaluation.chooseFramework(other.id)).toBe(true)
    await quiet()
    const [version] = await browser.evaluations.snapshots(foundingCase.id)
    expect([version?.reason, version?.record.evaluation.framework.id]).toEqual(['更换指标体系之前', foundingCase.framework.id])
  })

  it('are kept at the first opening of a day, once, as the day before left it', async () => {
    const first = await opened()
    first.evaluation.answer(QUOTA, given('4'))
    await quiet()
    await opened()
    expect(await reasons()).toEqual([])
    await opened(DAY)
    await opened(DAY)
    expect(await reasons()).toEqual(['当天第一次打开时'])
  })

  it('are kept of every evaluation before a newer program touches it, once', async () => {
    const { desk } = await opened()
    await desk.openSample('fictional')
    const storage = { ...browser, problem: null } as unknown as Parameters<typeof keepBeforeUpgrade>[0]
    await keepBeforeUpgrade(storage, 5, '9.9.9')
    await keepBeforeUpgrade(storage, 6, '9.9.9')
    for (const { id } of await browser.evaluations.list()) expect((await browser.evaluations.snapshots(id)).map(({ reason }) => reason)).toEqual([expect.stringMatching(/^升级到 9\.9\.9 之前/)])
  })

  it('go with a log of what was done, in words, latest first', async () => {
    const { versions, evaluation, clock } = await opened()
    evaluation.answer(QUOTA, given('4'))
    clock.now += 60_000
    evaluation.undo()
    await quiet()
    await versions.refresh()
    expect(versions.log.map(({ act, words }) => `${act} ${words}`)).toEqual(['撤销 编制数', '修改 编制数'])
  })
})
