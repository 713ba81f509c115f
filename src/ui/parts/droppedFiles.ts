import { onMounted, onUnmounted } from 'vue'
import { useRouter } from 'vue-router'
import { TABLE_FILES, useImporter } from '../../stores/importer'

/**
 * Files dropped anywhere: tables go to 导入预览. A page that takes files itself does so first. Anything else is told where it
 * belongs; left to itself the browser would leave the page and show the file.
 */
export function useDroppedFiles(): void {
  const importer = useImporter()
  const router = useRouter()
  const over = (event: DragEvent): void => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault() }
  async function drop(event: DragEvent): Promise<void> {
    const files = [...(event.dataTransfer?.files ?? [])]
    if (event.defaultPrevented || files.length === 0) return
    event.preventDefault()
    const other = files.find(({ name }) => !TABLE_FILES.some((end) => name.toLowerCase().endsWith(end)))
    if (other) importer.noTable(other.name)
    else if (importer.job === null && (await importer.read(files))) await router.push('/import')
  }
  onMounted(() => { window.addEventListener('dragover', over); window.addEventListener('drop', drop) })
  onUnmounted(() => { window.removeEventListener('dragover', over); window.removeEventListener('drop', drop) })
}
