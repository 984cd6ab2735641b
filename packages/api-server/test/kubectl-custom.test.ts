import { commandsGiveWhatWasRecorded } from './kubectl/compare.ts'
import { custom } from './kubectl/scenes-custom.ts'

commandsGiveWhatWasRecorded('kubectl with custom resources', custom)
