import { commandsGiveWhatWasRecorded } from './kubectl/compare.ts'
import { reads } from './kubectl/scenes-reads.ts'

commandsGiveWhatWasRecorded('kubectl reads', reads)
