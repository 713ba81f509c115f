import { beforeEach, describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import { defaultSettings } from '../../src/domain/evaluation/evaluation'
import { memoryBrowser, openWindow, quiet, type MemoryBrowser } from '../support/memoryServices'

let browser: MemoryBrowser
beforeEach(() => { browser = memoryBrowser() })

const asked = { unitName: ' 甲局 ', year: 2025, framework: catalog.frameworks[0]!.id, outline: catalog.outlines[0]!.id }

describe('the desk', () => {
  it('is empty at first and suspects no loss', async () => {
    const { desk } = openWindow(browser)
    await desk.open()
    expect([desk.ready, desk.evaluations, desk.lossSuspected, desk.problem]).toEqual([true, [], false, null])
  })

  it('makes a new evaluation with nothing in it but the unit’s name', async () => {
    const { desk } = openWindow(browser)
    const id = await desk.create(asked)
    expect((await browser.evaluations.find(id))?.evaluation).toEqual({
      format: 1, id, year: 2025, settings: defaultSettings, framework: catalog.frameworks[0], outline: catalog.outlines[0]!.id,
      answers: { 'unit.name': given('甲局') }, tables: {}, judgements: {}, narrative: {}, explanations: {},
    })
    expect(desk.evaluations).toMatchObject([{ id, unitName: '甲局', year: 2025 }])
  })

  it('opens a sample as a copy on the desk, once, marked as what it is', async () => {
    const { desk } = openWindow(browser)
    expect(desk.samples.map(({ title }) => title)).toEqual(['岳麓区信息中心 2020', '示例单位（虚构）'])
    const [first, second] = [await desk.openSample('founding'), await desk.openSample('founding')]
    expect([first, second, desk.evaluations.length]).toEqual([foundingCase.id, foundingCase.id, 1])
    const fictional = await desk.openSample('fictional')
    expect(desk.evaluations.find(({ id }) => id === fictional)).toMatchObject({ sample: 'fictional', unitName: '示例单位（虚构）' })
  })

  it('opens a fresh sample while a changed one lies in the bin, which stays as it was', async () => {
    const { desk, evaluation } = openWindow(browser)
    await evaluation.open(await desk.openSample('founding'))
    evaluation.setYear(2021)
    await quiet()
    await desk.remove(foundingCase.id)
    const fresh = await desk.openSample('founding')
    expect(fresh).not.toBe(foundingCase.id)
    expect(await browser.evaluations.find(fresh)).toMatchObject({ evaluation: { year: 2020 } })
    await desk.undoRemove()
    expect(await browser.evaluations.find(foundingCase.id)).toMatchObject({ evaluation: { year: 2021 } })
  })

  it('finds evaluations by any words of unit, year and framework', async () => {
    const { desk } = openWindow(browser)
    await desk.create(asked)
    await desk.create({ ...asked, unitName: '乙中心', year: 2024 })
    for (const [search, found] of [['甲', ['甲局']], ['中心 2024', ['乙中心']], ['湖南', ['乙中心', '甲局']], ['丙', []], ['', ['乙中心', '甲局']]] as const) {
      desk.search = search
      expect(desk.shown.map(({ unitName }) => unitName).sort()).toEqual([...found].sort())
    }
  })

  it('removes with undo, and empties the bin only after thirty days', async () => {
    const first = openWindow(browser)
    const id = await first.desk.create(asked)
    await first.desk.remove(id)
    expect([first.desk.evaluations, first.desk.lastRemoved?.id]).toEqual([[], id])
    const later = openWindow(browser)
    later.clock.now += 29 * 86_400_000
    await later.desk.open()
    expect(later.desk.bin.map((summary) => summary.id)).toEqual([id])
    await later.desk.restore(id)
    await later.desk.remove(id)
    const muchLater = openWindow(browser)
    muchLater.clock.now += 60 * 86_400_000
    await muchLater.desk.open()
    expect([muchLater.desk.bin, muchLater.desk.evaluations]).toEqual([[], []])
  })

  it('shows in every window what one adds and renames', async () => {
    const [a, b] = [openWindow(browser), openWindow(browser)]
    await b.desk.open()
    const id = await a.desk.create(asked)
    await quiet()
    expect(b.desk.evaluations.map(({ unitName }) => unitName)).toEqual(['甲局'])
    await a.evaluation.open(id)
    a.evaluation.answer('unit.name', given('甲局（本级）'))
    await quiet()
    for (const { desk } of [a, b]) expect(desk.evaluations.map(({ unitName }) => unitName)).toEqual(['甲局（本级）'])
  })

  it('suspects a loss when the marker remembers evaluations that are gone', async () => {
    await openWindow(browser).desk.create(asked)
    const { desk } = openWindow({ ...memoryBrowser(), text: browser.text })
    await desk.open()
    expect(desk.lossSuspected).toBe(true)
  })

  it('tells what is the matter when even the list cannot be read', async () => {
    const { desk } = openWindow(browser, { evaluations: { ...browser.evaluations, list: async () => { throw Object.assign(new Error(), { name: 'DatabaseClosedError' }) } } })
    await desk.open()
    expect([desk.ready, desk.problem?.kind]).toEqual([true, 'closed'])
  })
})

describe('preferences', () => {
  it('are kept in this browser; what is not known falls back to the system’s look', async () => {
    const { preferences } = openWindow(browser)
    expect([preferences.theme, preferences.moneyUnit, preferences.dark]).toEqual(['system', '万元', false])
    preferences.theme = 'dark'
    preferences.moneyUnit = '元'
    await quiet()
    const again = openWindow(browser).preferences
    expect([again.theme, again.moneyUnit, again.dark]).toEqual(['dark', '元', true])
    browser.text.setItem('hengji.theme', 'neon')
    expect(openWindow(browser).preferences.theme).toBe('system')
  })
})
