import { findCondition, type Cached, type Deployment } from '@rxkube/meta'
import { badImage } from '../cluster/bad-image.ts'
import type { Scene } from './scene.ts'
import { readyAddresses, setImage, settled } from './web.ts'

/** A rolling update to an image that is not there, which stalls and is rolled back. */
export const badImageScene: Scene = {
  name: 'bad-image',
  title: 'a rolling update stalls on a bad image and is rolled back',
  async play(stage) {
    const { cluster, signal } = stage
    stage.say(`The user rolls out the image ${badImage}, which no registry has.`)
    await setImage(stage, badImage)
    const stalled = (): boolean => hasStalled(cluster.deployments.indexer.getByKey('default/web'))
    await cluster.until('the rollout to be given up', stalled, signal)
    const ready = readyAddresses(cluster).length
    stage.say(
      `ProgressDeadlineExceeded. ${ready} old pods still answer: maxUnavailable (25%) does not let them go.`,
    )
    stage.say('The user goes back to web:1. Its ReplicaSet is still there and takes over as revision 3.')
    await setImage(stage, 'web:1')
    await settled(stage, 3, 'web:1')
  },
}

function hasStalled(deployment: Cached<Deployment> | undefined): boolean {
  return findCondition(deployment?.status?.conditions, 'Progressing')?.reason === 'ProgressDeadlineExceeded'
}
