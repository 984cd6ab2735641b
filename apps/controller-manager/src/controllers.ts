import type { ControllerDescriptor } from '@rxkube/controller'
import { deploymentController } from '@rxkube/deployment-controller'
import { endpointsController, endpointSliceController } from '@rxkube/endpoints-controller'
import { nodeLifecycleController } from '@rxkube/node-lifecycle-controller'
import { replicaSetController } from '@rxkube/replicaset-controller'
import { taintEvictionController } from '@rxkube/taint-controller'

/** All controllers that there are, by kube-controller-manager's names and aliases. */
export const controllers: readonly ControllerDescriptor[] = [
  endpointsController,
  endpointSliceController,
  replicaSetController,
  deploymentController,
  nodeLifecycleController,
  taintEvictionController,
]
