import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import type { Plugin } from 'vite'

/**
 * What the page may do: its own scripts and styles, workers started from a blob, nothing else.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'none'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue default',
].join('; ')

/** Writes the policy into the built page; the dev server needs its own connections. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'hengji:content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
  ],
})

export default defineConfig({
  base: './',
  plugins: [vue(), contentSecurityPolicy()],
  build: { target: 'chrome100', modulePreload: { polyfill: false }, manifest: true, chunkSizeWarningLimit: 800 },
  worker: { format: 'es' },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', testTimeout: 120_000, hookTimeout: 60_000,
        include: ['tests/**/*.test.ts'], exclude: ['tests/ui/**', 'tests/journey/**', 'tests/office/**', 'tests/bench/**'] } },
      { extends: true, test: { name: 'page', environment: 'happy-dom', testTimeout: 120_000, hookTimeout: 60_000, include: ['tests/ui/**/*.test.ts'],
        setupFiles: ['fake-indexeddb/auto'] } },
      { extends: true, test: { name: 'journey', environment: 'node', include: ['tests/journey/**/*.test.ts'],
        globalSetup: ['tests/support/builtPage.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 } },
      { extends: true, test: { name: 'office', environment: 'node', include: ['tests/office/**/*.test.ts'],
        fileParallelism: false, testTimeout: 240_000, hookTimeout: 240_000 } },
      { extends: true, test: { name: 'bench', environment: 'node', include: ['tests/bench/**/*.test.ts'],
        globalSetup: ['tests/support/builtPage.ts'], fileParallelism: false, testTimeout: 600_000, hookTimeout: 120_000 } },
    ],
  },
})
