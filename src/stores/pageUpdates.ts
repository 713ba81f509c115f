/** 离线可用: the page's files are kept; not yet; or why they cannot be. */
export type OfflineState = 'ready' | 'installing' | 'file' | 'insecure' | 'unsupported' | 'failed'

/** What the page is told about its own files. */
export interface UpdateNews {
  /** A newer version is here and waits to be let in. */
  waiting(): void
  /** A newer version serves the page's files from now on: it was let in here or in another window. */
  taken(): void
  /** A file of this version is gone: the host has a newer one. */
  missing(): void
  /** Whether the page opens without its host. */
  offline(state: OfflineState): void
}

/** The page's own files: kept for offline use, renewed only when asked. */
export interface PageUpdates {
  start(news: UpdateNews): void
  /** Lets the waiting version in; `taken` follows. */
  letIn(): void
  reload(): void
  /** Whether the user is looking at this window. */
  visible(): boolean
}

const CHECK_EVERY = 3_600_000

/** The browser's service worker. Says nothing of itself: a host whose policy forbids its fetches leaves it uninstalled, and that is told. */
export function browserUpdates(): PageUpdates {
  const container = (globalThis.navigator as Navigator | undefined)?.serviceWorker as ServiceWorkerContainer | undefined
  let registration: ServiceWorkerRegistration | null = null

  const kind = (): OfflineState => (location.protocol === 'file:' ? 'file' : !isSecureContext ? 'insecure' : container ? 'installing' : 'unsupported')

  async function register(of: ServiceWorkerContainer, news: UpdateNews): Promise<void> {
    // The first worker takes a page that had none: nothing is replaced then.
    let replaces = of.controller !== null
    of.addEventListener('controllerchange', () => {
      if (replaces) news.taken()
      replaces = true
    })
    const found = await of.register('./sw.js')
    registration = found
    const look = (): void => {
      if (found.waiting && of.controller) news.waiting()
      if (found.active) news.offline('ready')
    }
    const follow = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', () => {
      look()
      if (worker.state === 'redundant' && !found.active) news.offline('failed')
    })
    follow(found.installing)
    found.addEventListener('updatefound', () => follow(found.installing))
    look()
    let checked = Date.now()
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || Date.now() - checked < CHECK_EVERY) return
      checked = Date.now()
      // Without a network there is simply no newer version.
      found.update().catch(() => {})
    })
  }

  return {
    start(news) {
      addEventListener('vite:preloadError', () => news.missing())
      const state = kind()
      news.offline(state)
      if (state === 'installing' && container && import.meta.env.PROD) register(container, news).catch(() => news.offline('failed'))
    },
    letIn: () => registration?.waiting?.postMessage({ type: 'SKIP_WAITING' }),
    reload: () => location.reload(),
    visible: () => document.visibilityState === 'visible',
  }
}
