import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { UserConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import { contentSecurityPolicy } from './src/build/contentSecurityPolicy.ts'
import { offline } from './src/build/offline.ts'
import { oneFile } from './src/build/oneFile.ts'
import { shipped } from './src/build/shipped.ts'

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { readonly version: string }

/** 单文件版: nothing is split off, the worker comes along as text. */
const single = (): UserConfig => ({
  plugins: [vue(), oneFile('hengji.html')],
  publicDir: false,
  resolve: { alias: [{ find: /^.*\/startWorker$/, replacement: fileURLToPath(new URL('./src/worker/startInlineWorker.ts', import.meta.url)) }] },
  build: {
    target: 'chrome100', outDir: 'dist-single', modulePreload: false, cssCodeSplit: false, assetsInlineLimit: 1_000_000_000, chunkSizeWarningLimit: 8000,
    rolldownOptions: { output: { codeSplitting: false } },
  },
  worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
})

/** The page as it is hosted: chunks on demand, kept offline by a service worker. */
function hosted(): UserConfig {
  const { inPage, inWorker } = shipped(version)
  return {
    plugins: [vue(), contentSecurityPolicy(), offline(), inPage],
    build: { target: 'chrome100', modulePreload: { polyfill: false }, manifest: true, chunkSizeWarningLimit: 800 },
    worker: { format: 'es', plugins: () => [inWorker()] },
  }
}

export default defineConfig(({ mode }) => ({
  base: './',
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
  ...(mode === 'single' ? single() : hosted()),
  test: {
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', testTimeout: 120_000, hookTimeout: 60_000,
        include: ['tests/**/*.test.ts'], exclude: ['tests/ui/**', 'tests/journey/**', 'tests/office/**', 'tests/bench/**', 'tests/score/**'] } },
      { extends: true, test: { name: 'page', environment: 'happy-dom', testTimeout: 120_000, hookTimeout: 60_000, include: ['tests/ui/**/*.test.ts'],
        setupFiles: ['fake-indexeddb/auto'] } },
      { extends: true, test: { name: 'journey', environment: 'node', include: ['tests/journey/**/*.test.ts'],
        globalSetup: ['tests/support/builtPage.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } } },
      { extends: true, test: { name: 'office', environment: 'node', include: ['tests/office/**/*.test.ts'],
        fileParallelism: false, testTimeout: 240_000, hookTimeout: 240_000 } },
      { extends: true, test: { name: 'score', environment: 'node', include: ['tests/score/**/*.test.ts'] } },
      { extends: true, test: { name: 'bench', environment: 'node', include: ['tests/bench/**/*.test.ts'],
        globalSetup: ['tests/support/builtPage.ts'], fileParallelism: false, testTimeout: 600_000, hookTimeout: 120_000 } },
    ],
  },
}))
