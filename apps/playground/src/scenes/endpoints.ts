import { Pod } from '@rxkube/meta'
import type { Scene } from './scene.ts'
import { livePods, readyAddresses, settled } from './web.ts'

/** The addresses of a service follow its pods. */
export const endpoints: Scene = {
  name: 'endpoints',
  title: 'endpoints follow when pods are deleted by hand',
  async play(stage) {
    const { cluster, signal } = stage
    const pod = livePods(cluster)[0]
    const { name = '', namespace } = pod?.metadata ?? {}
    const address = pod?.status?.podIP ?? ''
    stage.say(`The user deletes the pod ${name}, which has the address ${address}.`)
    await cluster.client.delete(Pod, { namespace: namespace ?? 'default', name }, { signal })
    await cluster.until('its address to be gone', () => !readyAddresses(cluster).includes(address), signal)
    stage.say('Its address takes no traffic any more, before the pod has ended. A new pod is on its way.')
    await settled(stage, 3, 'web:1')
  },
}
