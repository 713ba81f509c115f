import '../kernel/olderEngines'
import { expose } from 'comlink'
import { answers } from './answers'
import { workerFace } from './face'

expose(workerFace(answers))
