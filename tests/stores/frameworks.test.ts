import { describe, expect, it } from 'vitest'
import { hunan2017 } from '../../src/catalog/frameworks/hunan2017'
import type { Framework } from '../../src/domain/indicators/framework'
import { memoryBrowser, openWindow, quiet } from '../support/memoryServices'

const without = (id: string) => (framework: Framework): Framework => ({ ...framework, indicators: framework.indicators.filter((one) => one.id !== id) })
const asFile = ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): File => new File([bytes as Uint8Array<ArrayBuffer>], name)

async function withCopy() {
  const browser = memoryBrowser()
  const one = openWindow(browser)
  const id = (await one.frameworks.copy(hunan2017.id))!
  return { browser, ...one, id, own: () => one.frameworks.find(id)!.own! }
}

describe('own frameworks', () => {
  it('begin as a copy, and leave the catalog as it is', async () => {
    const { frameworks, id, own } = await withCopy()
    frameworks.edit(id, without('efficiency'))
    await frameworks.settle()
    expect(own()).toMatchObject({ base: hunan2017, framework: { title: '湖南 10/60/30（2017）（副本）' } })
    expect(frameworks.edit(hunan2017.id, without('efficiency'))).toBe(false)
    expect(frameworks.find(hunan2017.id)?.framework).toBe(hunan2017)
  })

  it('take over what their base has become since, keeping what was done to it', async () => {
    const { frameworks } = openWindow(memoryBrowser())
    const province = await frameworks.add({ ...hunan2017, title: '某省（虚构）' })
    const county = (await frameworks.copy(province))!
    const titles = () => frameworks.find(county)!.framework.indicators.map(({ title }) => title)
    expect(frameworks.newerBase(frameworks.find(county)!.own!)).toBeNull()
    expect(await frameworks.takeNewerBase(county)).toBe(false)
    frameworks.edit(county, without('efficiency'))
    frameworks.edit(province, (before) => ({ ...before, indicators: [...without('keyTasks')(before).indicators, { ...before.indicators[0]!, id: 'later', title: '后来新增' }] }))
    const before = frameworks.find(county)!.own!
    expect(frameworks.newerBase(before)?.id).toBe(province)
    expect(await frameworks.takeNewerBase(county)).toBe(true)
    expect(titles()).toContain('后来新增')
    expect(titles()).not.toContain('行政效能')
    expect(titles()).not.toContain('重点工作实际完成率')
    expect(frameworks.newerBase(frameworks.find(county)!.own!)).toBeNull()
    frameworks.undo(county)
    await frameworks.settle()
    expect(frameworks.find(county)!.framework).toEqual(before.framework)
  })

  it('are there in the next window', async () => {
    const { browser, frameworks, id } = await withCopy()
    frameworks.edit(id, without('efficiency'))
    await frameworks.settle()
    const next = openWindow(browser)
    await next.frameworks.load()
    expect(next.frameworks.find(id)?.framework.indicators).toHaveLength(hunan2017.indicators.length - 1)
  })

  it('step back and forth', async () => {
    const { frameworks, id, own } = await withCopy()
    frameworks.edit(id, without('efficiency'))
    frameworks.edit(id, without('benefits'))
    frameworks.undo(id)
    frameworks.undo(id)
    expect(own().framework.indicators).toHaveLength(hunan2017.indicators.length)
    frameworks.redo(id)
    await frameworks.settle()
    expect(own().framework.indicators.map((one) => one.id)).not.toContain('efficiency')
    expect([frameworks.canUndo(id), frameworks.canRedo(id), frameworks.problem]).toEqual([true, true, null])
  })

  it('keep their finished versions, and go back to one as one more step', async () => {
    const { frameworks, id, own } = await withCopy()
    await frameworks.finish(id, '报县局')
    frameworks.edit(id, without('efficiency'))
    await frameworks.finish(id, '复议后')
    await frameworks.goBack(id, '1')
    expect(own().versions.map(({ version, note }) => [version, note])).toEqual([['1', '报县局'], ['2', '复议后']])
    expect(own().framework.indicators).toHaveLength(hunan2017.indicators.length)
    frameworks.undo(id)
    expect(own().framework.indicators).toHaveLength(hunan2017.indicators.length - 1)
  })

  it('changed in another window meanwhile are shown, not overwritten', async () => {
    const { browser, frameworks, id } = await withCopy()
    const deaf = openWindow(browser, { deaf: true })
    await deaf.frameworks.load()
    frameworks.edit(id, without('efficiency'))
    await frameworks.settle()
    deaf.frameworks.edit(id, without('benefits'))
    await deaf.frameworks.settle()
    expect(deaf.frameworks.problem).toContain('已被另一个窗口改过')
    expect(deaf.frameworks.find(id)?.framework.indicators.map((one) => one.id)).toEqual(hunan2017.indicators.map((one) => one.id).filter((one) => one !== 'efficiency'))
  })

  it('removed come back at once', async () => {
    const { browser, frameworks, id } = await withCopy()
    await frameworks.remove(id)
    expect(await browser.frameworks.list()).toEqual([])
    await frameworks.undoRemove()
    expect((await browser.frameworks.list()).map((own) => own.id)).toEqual([id])
  })

  it('go with the backup to another browser; one that stands there otherwise stays among the versions', async () => {
    const { frameworks, backup, files, id } = await withCopy()
    frameworks.edit(id, without('efficiency'))
    await frameworks.settle()
    expect(await backup.write()).toBe(true)
    const other = memoryBrowser()
    const next = openWindow(other)
    await next.backup.read(asFile(files[0]!))
    expect(next.backup.preview?.frameworks).toEqual([{ id, title: hunan2017.title + '（副本）', state: 'absent' }])
    await next.backup.restore([], [id])
    await quiet()
    next.frameworks.edit(id, without('benefits'))
    await next.frameworks.settle()
    await next.backup.read(asFile(files[0]!))
    await next.backup.restore([], [id])
    const [kept] = await other.frameworks.list()
    expect(kept?.framework.indicators).toHaveLength(hunan2017.indicators.length - 1)
    expect(kept?.versions.map(({ note, framework }) => [note, framework.indicators.length])).toEqual([['恢复备份之前', hunan2017.indicators.length - 2]])
  })
})
