import { commandsGiveWhatWasRecorded } from './kubectl/compare.ts'
import { kubectlMinor } from './kubectl/kubectl.ts'
import { versionScenes } from './kubectl/scenes-versions.ts'

// Without a kubectl, the commands that are skipped are those of the version that everything was recorded with.
const minor = kubectlMinor === 0 ? 32 : kubectlMinor

commandsGiveWhatWasRecorded(`kubectl 1.${minor}`, versionScenes(minor))
