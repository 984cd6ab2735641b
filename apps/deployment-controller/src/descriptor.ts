import { countFlag, type ControllerDescriptor } from '@rxkube/controller'
import { setup } from './deployment-controller.ts'

const flags = {
  'concurrent-deployment-syncs': countFlag(5, 'How many Deployments are worked on at once'),
}

/** The Deployment controller, for programs. */
export const deploymentController: ControllerDescriptor<typeof flags> = {
  name: 'deployment-controller',
  aliases: ['deployment'],
  flags,
  setUp(manager, values) {
    setup(manager, { concurrentSyncs: values['concurrent-deployment-syncs'] })
  },
}
