import type { Outline } from '../../domain/report/outline'
import { foundingOutline } from './founding'
import { hunan2021Outline } from './hunan2021'
import { hunanFullOutline } from './hunanFull'
import { hebeiOutline, maoming2021Outline, nanxian2020Outline, transferOutline, yunnanOutline } from './localVariants'
import { nationalProjectOutline } from './nationalProject'
import { sichuan2021Outline } from './sichuan2021'

/** Outlines, in the order they are offered. */
export const outlines: readonly Outline[] = [
  foundingOutline, hunanFullOutline, hunan2021Outline, sichuan2021Outline, nationalProjectOutline, nanxian2020Outline, hebeiOutline, maoming2021Outline, yunnanOutline, transferOutline,
]
