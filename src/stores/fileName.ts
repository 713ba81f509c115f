import { plainFileName } from '../kernel/fileName'

/** A file's name from words of the user and an extension. */
export const fileName = (name: string, extension: string): string => `${plainFileName(name)}.${extension}`
