import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CANDIDATES = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice', 'C:\\Program Files\\LibreOffice\\program\\soffice.exe']

/** LibreOffice on this machine; throws with what to install where there is none. */
export function libreOffice(): string {
  const found = CANDIDATES.find((path) => existsSync(path))
  if (!found) throw new Error('LibreOffice was not found. Install it (apt-get install libreoffice-calc libreoffice-writer) and run npm run test:office again.')
  return found
}

/** Tells LibreOffice to compute every formula anew when it opens a workbook. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** A file opened by LibreOffice, recalculated, and saved as another kind (xlsx, pdf, txt). */
export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'hengji-office-'))
  try {
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true })
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE)
    writeFileSync(join(folder, `in.${from}`), bytes)
    execFileSync(libreOffice(), [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), join(folder, `in.${from}`)], { stdio: 'pipe' })
    return new Uint8Array(readFileSync(join(folder, 'out', `in.${to.split(':')[0]}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
