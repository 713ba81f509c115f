import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openApp, openSample, startBrowser, toForm } from '../support/journey'
import { report } from '../support/ratio'

const ROWS = 2500
const KEYS = 60

/** Median time from a key's `keydown` until the frame after it was drawn. */
async function typing(page: Page): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { times })
    document.addEventListener('keydown', () => {
      const start = performance.now()
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start), 0))
    }, true)
  })
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press(String(i % 10))
    await page.waitForTimeout(30)
  }
  return page.evaluate(() => {
    const { times } = globalThis as unknown as { times: number[] }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
  })
}

/** Pastes, and tells how long until the page has drawn what was pasted. */
const pasting = (page: Page, text: string): Promise<number> => page.evaluate(async (words) => {
  const data = new DataTransfer()
  data.setData('text/plain', words)
  const start = performance.now()
  document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)))
  return performance.now() - start
}, text)

it('5,000 cells pasted into a list and a key typed in it, against a bare table of inputs', async () => {
  const browser = await startBrowser()
  const block = Array.from({ length: ROWS }, (_, i) => `用途${i + 1}\t${i}.50`).join('\r\n')
  const { page, context, problems } = await openApp(browser)
  await openSample(page, '示例单位（虚构）')
  await toForm(page, '收支情况')
  await page.getByRole('button', { name: /添加一行/ }).click()
  const ourPaste = await pasting(page, block)
  await page.getByText(/粘贴了 5000 个格子/).waitFor()
  await page.locator('[data-block="uses"][data-column="1"]').first().focus()
  await page.keyboard.press('Control+End')
  const ourTyping = await typing(page)
  await context.close()

  const bare = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await bare.setContent('<table></table>')
  await bare.evaluate(() => document.addEventListener('paste', (event) => {
    const rows = event.clipboardData!.getData('text/plain').split('\r\n').map((line) => line.split('\t'))
    document.querySelector('table')!.replaceChildren(...rows.map((cells) => {
      const row = document.createElement('tr')
      row.append(...cells.map((text) => {
        const cell = document.createElement('td')
        const input = document.createElement('input')
        input.value = text
        cell.append(input)
        return cell
      }))
      return row
    }))
  }))
  const barePaste = await pasting(bare, block)
  await bare.locator('input').last().focus()
  const bareTyping = await typing(bare)
  await browser.close()
  report('paste of 5,000 cells, read, kept as one step and drawn', ourPaste, 'bare inputs filled with the same block', barePaste)
  report(`a key typed in the last row of ${ROWS}, until its frame is drawn`, ourTyping, 'the same key in a bare input of as many rows', bareTyping)
  expect(problems).toEqual([])
})
