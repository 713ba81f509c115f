import { describe, expect, it } from 'vitest'
import { generalTopics } from '../../src/ui/pages/help/generalTopics'
import { screenTopics } from '../../src/ui/pages/help/screenTopics'
import { makeRouter } from '../../src/ui/router'

const topics = [...screenTopics, ...generalTopics]
const screens = makeRouter().getRoutes().filter(({ name, redirect }) => name !== undefined && name !== 'help' && redirect === undefined)

describe('help', () => {
  it('has a page for every screen, which F1 and the link in the rail open', () => {
    expect(screens.length).toBeGreaterThan(15)
    expect(screens.filter(({ meta }) => !topics.some(({ id }) => id === meta['help'])).map(({ name }) => name)).toEqual([])
  })
  it('has no page without words, and none twice', () => {
    expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length)
    expect(topics.filter(({ parts }) => parts.every(({ text = [], terms = [] }) => text.length + terms.length === 0))).toEqual([])
  })
})
