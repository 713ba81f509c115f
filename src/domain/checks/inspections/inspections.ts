import type { Inspection } from '../inspection'
import { figureShape } from './figureShape'
import { eachGoal, goalProjects, goalsOnce, goalWeights } from './goals'
import { goalExecution } from './goalExecution'
import { acceptance, projectCount, projectsOnce } from './projects'
import { reasons } from './reasons'
import { mixedSources } from './sources'
import { targets } from './targets'
import { placeholders } from './wording'

/** Every inspection, in the order of the forms. */
export const inspections: readonly Inspection[] = [figureShape, mixedSources, projectsOnce, acceptance, targets, eachGoal, goalsOnce, goalWeights, goalProjects, goalExecution, projectCount, reasons, placeholders]
