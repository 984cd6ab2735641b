import { commandsGiveWhatWasRecorded } from './kubectl/compare.ts'
import { deletes } from './kubectl/scenes-deletes.ts'

commandsGiveWhatWasRecorded('kubectl deletes', deletes)
