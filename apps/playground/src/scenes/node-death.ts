import { findCondition } from '@rxkube/meta'
import type { Scene } from './scene.ts'
import { livePods, patience, readyAddresses, settled } from './web.ts'

/** A node dies, and comes back. */
export const nodeDeath: Scene = {
  name: 'node-death',
  title: 'a node dies; its pods are evicted and replaced',
  async play(stage) {
    const { cluster, signal } = stage
    const victim = livePods(cluster)[0]?.spec.nodeName ?? 'node-0'
    const node = () => cluster.nodes.indexer.getByKey(victim)
    stage.say(`The power of ${victim} fails. Nobody is told; its lease is renewed no more.`)
    cluster.server.nodes.get(victim)?.stop()
    await cluster.until(
      `${victim} to be Unknown`,
      () => findCondition(node()?.status?.conditions, 'Ready')?.status === 'Unknown',
      signal,
    )
    stage.say(`After 50 s of silence it counts as Unknown. Its pods are not ready: no traffic goes there.`)
    await cluster.until('no traffic to it', () => readyAddresses(cluster).length < 3, signal)
    stage.say(
      `It is tainted NoExecute. The pods put up with that for ${patience} s (300 s on most clusters).`,
    )
    await cluster.until(
      'its pods to be evicted',
      () => livePods(cluster).every(({ spec }) => spec.nodeName !== victim),
      signal,
    )
    await cluster.until('replacements', () => readyAddresses(cluster).length === 3, signal)
    stage.say(`Replaced elsewhere. The power of ${victim} is back: what was left there ends, its taints go.`)
    cluster.server.nodes.get(victim)?.start()
    await cluster.until(
      `${victim} to be ready`,
      () =>
        findCondition(node()?.status?.conditions, 'Ready')?.status === 'True' &&
        (node()?.spec?.taints ?? []).length === 0,
      signal,
    )
    await settled(stage, 3, 'web:1')
  },
}
