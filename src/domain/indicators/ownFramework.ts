import type { Framework } from './framework'

/** 定稿版本: an own framework as it stood when its maker called it done. */
export interface FrameworkVersion {
  readonly version: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly note: string
  readonly framework: Framework
}

/** 自有指标体系: a framework made or changed by the user, kept on the desk beside those of the catalog. */
export interface OwnFramework {
  /** The framework's own id. */
  readonly id: string
  /** Counts its writes: a write names the one it builds on. */
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly updatedAt: number
  /** As it stands now, sound or not. */
  readonly framework: Framework
  /** 上级指标体系 it was copied from, as it was then: what was dropped, reweighted and added is read against it. */
  readonly base?: Framework
  /** Oldest first. */
  readonly versions: readonly FrameworkVersion[]
}

/** Versions kept of one framework; the oldest go first. */
const MOST_VERSIONS = 40

/** The framework with what it is now called done under the next number; `at` in milliseconds since 1970. */
export function withVersion(own: OwnFramework, note: string, at: number): OwnFramework {
  const version = String(Number(own.versions.at(-1)?.version ?? '0') + 1)
  const framework: Framework = { ...own.framework, version }
  return { ...own, framework, versions: [...own.versions, { version, at, note, framework }].slice(-MOST_VERSIONS) }
}
