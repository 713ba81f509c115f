import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { catalog } from '../catalog/catalog'
import { carryMeasures } from '../domain/indicators/editFramework'
import type { Framework } from '../domain/indicators/framework'
import { applyOverlay, overlayOf } from '../domain/indicators/overlay'
import { withVersion, type OwnFramework } from '../domain/indicators/ownFramework'
import { randomId } from '../kernel/randomId'
import { same } from '../kernel/same'
import { storageProblem } from '../storage/storageProblem'
import { useServices } from './keys'

/** A framework that can be chosen, and whether it is the user's own. */
export interface OfferedFramework {
  readonly framework: Framework
  readonly own: OwnFramework | null
}

/** Steps kept for undo while a framework is edited. */
const MOST_STEPS = 200

/** 指标体系: those of the catalog, and the user's own, which alone can be edited. */
export const useFrameworks = defineStore('frameworks', () => {
  const { storage, now } = useServices()
  const owned = shallowRef<readonly OwnFramework[]>([])
  const drafts = shallowRef<readonly Framework[]>([])
  const ready = ref(false)
  const problem = ref<string | null>(null)
  const lastRemoved = shallowRef<OwnFramework | null>(null)
  const past = shallowRef<readonly OwnFramework[]>([])
  const future = shallowRef<readonly OwnFramework[]>([])
  let writing: Promise<unknown> = Promise.resolve()

  const offered = computed<readonly OfferedFramework[]>(() => [
    ...owned.value.map((own) => ({ framework: own.framework, own })),
    ...[...catalog.frameworks, ...drafts.value].map((framework) => ({ framework, own: null })),
  ])
  const find = (id: string): OfferedFramework | null => offered.value.find(({ framework }) => framework.id === id) ?? null
  const ownOf = (id: string): OwnFramework | undefined => owned.value.find((one) => one.id === id)
  const show = (own: OwnFramework): void => { owned.value = [own, ...owned.value.filter(({ id }) => id !== own.id)] }

  /** The framework an own one was copied from as it is now, where it has changed since; null where it has not, or is gone. */
  function newerBase({ base }: OwnFramework): Framework | null {
    const found = base && find(base.id)?.framework
    return found && !same(found, base) ? found : null
  }

  async function load(): Promise<void> {
    try {
      const [list, known] = await Promise.all([storage.frameworks.list(), import('../catalog/frameworks/drafts/drafts')])
      owned.value = list
      drafts.value = known.draftFrameworks
    } catch (error) {
      problem.value = storageProblem(error).message
    } finally {
      ready.value = true
    }
  }

  /** Writes in order, each upon the revision that stands; another window's newer one is shown instead of being overwritten. */
  async function kept(own: OwnFramework): Promise<boolean> {
    try {
      const written = await storage.frameworks.write({ ...own, revision: ownOf(own.id)?.revision ?? own.revision })
      if (written.ok) {
        const shown = ownOf(own.id)
        if (shown) show({ ...shown, revision: written.value.revision })
        storage.tabs.tell({ kind: 'listed' })
        return true
      }
      problem.value = `“${own.framework.title}”已被另一个窗口改过，已换成那边的内容；刚才的修改没有保存。`
      past.value = []
      future.value = []
      await load()
    } catch (error) {
      problem.value = `没有保存：${storageProblem(error).message}`
    }
    return false
  }

  /** Shows at once, writes after what is being written. */
  function put(own: OwnFramework): Promise<boolean> {
    const stamped = { ...own, updatedAt: now() }
    show(stamped)
    const written = writing.then(() => kept(stamped))
    writing = written
    return written
  }

  function step(from: OwnFramework, to: OwnFramework): Promise<boolean> {
    past.value = [...past.value, from].slice(-MOST_STEPS)
    future.value = []
    return put(to)
  }

  storage.tabs.listen((news) => { if (news.kind === 'listed') void load() })

  return {
    offered, owned, ready, problem, lastRemoved, find, load, newerBase,
    dismissProblem(): void { problem.value = null },
    canUndo: (id: string): boolean => past.value.at(-1)?.id === id,
    canRedo: (id: string): boolean => future.value.at(-1)?.id === id,

    /** Keeps a framework as the user's own; its id. With `base` it is read as an overlay over that one. */
    async add(framework: Framework, base?: Framework): Promise<string> {
      const id = `own-${randomId()}`
      await put({ id, revision: 0, updatedAt: now(), framework: { ...framework, id, version: '1' }, versions: [], ...(base ? { base } : {}) })
      return id
    },

    /** 复制: an own framework that begins as another; null where that is not there. */
    async copy(id: string): Promise<string | null> {
      const found = find(id)
      if (!found) return null
      // What a draft lacks is told by the lint of the copy, and no longer once it is filled in.
      const { draft, ...framework } = found.framework
      return this.add({ ...framework, title: `${framework.title}（副本）` }, draft === undefined ? found.own?.base ?? found.framework : undefined)
    },

    /** One step of editing; false where the framework is not the user's own. */
    edit(id: string, change: (framework: Framework) => Framework): boolean {
      const own = ownOf(id)
      const framework = own && change(own.framework)
      if (!own || !framework) return false
      if (!same(framework, own.framework)) void step(own, { ...own, framework })
      return true
    },

    undo(id: string): void {
      const [before, own] = [past.value.at(-1), ownOf(id)]
      if (!own || before?.id !== id) return
      past.value = past.value.slice(0, -1)
      future.value = [...future.value, own]
      void put({ ...before, revision: own.revision })
    },
    redo(id: string): void {
      const [after, own] = [future.value.at(-1), ownOf(id)]
      if (!own || after?.id !== id) return
      future.value = future.value.slice(0, -1)
      past.value = [...past.value, own]
      void put({ ...after, revision: own.revision })
    },

    /** 定稿: the framework as it stands becomes a version of its own. */
    async finish(id: string, note: string): Promise<boolean> {
      const own = ownOf(id)
      return own ? step(own, withVersion(own, note, now())) : false
    },

    /** 套到新版上: what was done to the earlier base is done to the one that stands now, as one step. False where there is none newer. */
    async takeNewerBase(id: string): Promise<boolean> {
      const own = ownOf(id)
      const base = own && newerBase(own)
      if (!own?.base || !base) return false
      return step(own, { ...own, base, framework: carryMeasures(applyOverlay(base, overlayOf(own.base, own.framework)), base.measures) })
    },

    /** Takes an earlier version up again, as one more step. */
    async goBack(id: string, version: string): Promise<boolean> {
      const own = ownOf(id)
      const found = own?.versions.find((one) => one.version === version)
      return own && found ? step(own, { ...own, framework: { ...found.framework, version: own.framework.version } }) : false
    },

    async remove(id: string): Promise<void> {
      lastRemoved.value = ownOf(id) ?? null
      owned.value = owned.value.filter((one) => one.id !== id)
      await writing
      await storage.frameworks.remove(id)
      storage.tabs.tell({ kind: 'listed' })
    },
    async undoRemove(): Promise<void> {
      if (lastRemoved.value) await put({ ...lastRemoved.value, revision: 0 })
      lastRemoved.value = null
    },
    /** Resolves when everything typed so far is written. */
    settle: async (): Promise<void> => { await writing },
  }
})
