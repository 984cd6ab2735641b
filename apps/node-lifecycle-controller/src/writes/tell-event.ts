import type { EventRecorderLike } from '@rxkube/controller'
import type { ObjectMeta } from '@rxkube/meta'
import type { TellEvent } from '../surroundings.ts'

/** Records Events about nodes and pods, as node-controller of kube-controller-manager refers to them. */
export function tellEvent(recorder: () => EventRecorderLike | undefined): TellEvent {
  return (
    { metadata: { name = '', namespace = '', uid = '', resourceVersion = '' } },
    type,
    reason,
    message,
  ) => {
    const isPod = namespace !== ''
    const metadata: ObjectMeta = isPod ? { name, namespace, uid, resourceVersion } : { name, uid }
    recorder()?.recordEvent(
      { apiVersion: 'v1', kind: isPod ? 'Pod' : 'Node', metadata },
      type,
      reason,
      message,
    )
  }
}
