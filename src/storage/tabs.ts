/** What one window tells the others. */
export type News =
  /** An evaluation has a new revision. */
  | { readonly kind: 'written'; readonly id: string; readonly revision: number }
  /** Something was added, removed, restored or taken in. */
  | { readonly kind: 'listed' }
  /** A backup was made. */
  | { readonly kind: 'backedUp' }

/** 其他窗口: news from one window of the desk to all others. */
export interface Tabs {
  tell(news: News): void
  /** Calls back for news of other windows; gives a way to stop it. */
  listen(listener: (news: News) => void): () => void
}

/** Windows of the same browser; a lone window where the browser has no channel. */
export function browserTabs(name: string = 'hengji'): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, listen: () => () => {} }
  const channel = new BroadcastChannel(name)
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target, it stays within our origin
    tell: (news) => channel.postMessage(news),
    listen(listener) {
      const heard = (event: MessageEvent<News>): void => listener(event.data)
      channel.addEventListener('message', heard)
      return () => channel.removeEventListener('message', heard)
    },
  }
}

/** The memory twin: each call gives one more window of the same desk. */
export function memoryTabs(): () => Tabs {
  const listeners = new Set<{ readonly of: Tabs; readonly listener: (news: News) => void }>()
  return () => {
    const tabs: Tabs = {
      tell(news) { for (const { of, listener } of listeners) if (of !== tabs) queueMicrotask(() => listener(news)) },
      listen(listener) {
        const entry = { of: tabs, listener }
        listeners.add(entry)
        return () => { listeners.delete(entry) }
      },
    }
    return tabs
  }
}
