import { countFlag, type ControllerDescriptor } from '@rxkube/controller'
import { setup } from './replicaset-controller.ts'

const flags = {
  'concurrent-replicaset-syncs': countFlag(5, 'How many ReplicaSets are worked on at once'),
}

/** The ReplicaSet controller, for programs. */
export const replicaSetController: ControllerDescriptor<typeof flags> = {
  name: 'replicaset-controller',
  aliases: ['replicaset'],
  flags,
  setUp(manager, values) {
    setup(manager, { concurrentSyncs: values['concurrent-replicaset-syncs'] })
  },
}
