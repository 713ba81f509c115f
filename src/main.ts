import './kernel/olderEngines'
import './trustedTypes'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './ui/App.vue'
import { makeRouter } from './ui/router'
import { useBackup } from './stores/backup'
import { useDesk } from './stores/desk'
import { provideServices } from './stores/keys'
import { openServices } from './stores/openServices'
import { startWorker } from './worker/startWorker'
import './ui/theme.css'

const app = createApp(App)
app.use(createPinia())
provideServices(app, await openServices(startWorker))
await app.runWithContext(async () => {
  useBackup()
  await useDesk().open()
})
app.use(makeRouter())
app.mount('#app')
