import type { Scene } from './scene.ts'
import { scale, settled } from './web.ts'

/** More pods, and fewer again. */
export const scaleUp: Scene = {
  name: 'scale-up',
  title: 'more replicas, and fewer again',
  async play(stage) {
    stage.say('The user asks for 6 replicas instead of 3.')
    await scale(stage, 6)
    await settled(stage, 6, 'web:1')
    stage.say('And for 3 again. Pods that share a node with others of theirs go first.')
    await scale(stage, 3)
    await settled(stage, 3, 'web:1')
  },
}
