import { VitePWA } from 'vite-plugin-pwa'

/** 离线: the service worker that keeps the page's own files, and the manifest that lets it be installed. The page asks before a new version takes over. */
export const offline = () => VitePWA({
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    name: '衡绩 部门整体支出绩效评价', short_name: '衡绩', lang: 'zh-CN', description: '部门整体支出绩效评价工作台，数据只在本机浏览器中。',
    start_url: './', scope: './', display: 'standalone', background_color: '#f4f6f8', theme_color: '#1c5d99',
    icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  },
  workbox: {
    globPatterns: ['index.html', 'icon.svg', 'assets/**/*.{js,css,wasm}'],
    inlineWorkboxRuntime: true,
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
    sourcemap: false,
  },
})
