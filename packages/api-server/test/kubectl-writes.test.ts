import { commandsGiveWhatWasRecorded } from './kubectl/compare.ts'
import { writes } from './kubectl/scenes-writes.ts'

commandsGiveWhatWasRecorded('kubectl writes', writes)
