import type { Catalog } from '../domain/catalog'
import { checks } from './checks/checks'
import { forms } from './forms/forms'
import { frameworks } from './frameworks/frameworks'
import { measures } from './measures/measures'
import { outlines } from './outlines/outlines'

/** Everything the product knows of the field. */
export const catalog: Catalog = { measures, forms, frameworks, checks, outlines }
