const MOST_BYTES = 30 * 1024 * 1024
const MOST_ENTRIES = 2000
const MOST_UNPACKED = 300 * 1024 * 1024
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte)

/** Entries and unpacked size as the zip directory tells them, or null where there is no directory. */
function zipDirectory(bytes: Uint8Array): { readonly entries: number; readonly unpacked: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const furthest = Math.max(0, bytes.length - 65_557)
  let end = bytes.length - 22
  while (end >= furthest && view.getUint32(end, true) !== END_OF_DIRECTORY) end--
  if (end < furthest || end < 0) return null
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let unpacked = 0
  for (let i = 0; i < entries; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    unpacked += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { entries, unpacked }
}

const saveAs = '请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入。'

/** Why a file must not be parsed, as one sentence; null where it may. Nothing is unpacked to find out. */
export function refusal(bytes: Uint8Array, fileName: string): string | null {
  if (bytes.length === 0) return `“${fileName}”是空文件（0 字节），可能没有保存或没有传完，请重新取得文件。`
  if (bytes.length > MOST_BYTES) return `“${fileName}”有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，超过 30 MB 的上限，请删去图片或无关的工作表后再导入。`
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length, 65_536)))
    return text.includes('EncryptedPackage')
      ? `“${fileName}”设了打开密码，无法读取。请打开后去掉密码，另存一份再导入。`
      : `“${fileName}”是旧的 .xls 格式，现在只认本系统导出的 .xlsx。${saveAs}`
  }
  if (!startsWith(bytes, 0x50, 0x4b)) return `“${fileName}”不是 Excel 工作簿（内容不是 .xlsx），可能是改了扩展名的其他文件。${saveAs}`
  const directory = zipDirectory(bytes)
  if (!directory) return `“${fileName}”不完整或已损坏，读不到文件目录。请重新取得文件。`
  if (directory.entries > MOST_ENTRIES || directory.unpacked > MOST_UNPACKED)
    return `“${fileName}”解开后太大（${Math.ceil(directory.unpacked / 1024 / 1024)} MB、${directory.entries} 个部件），不是正常的报表，已停止读取。`
  return null
}
