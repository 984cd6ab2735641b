import { clientMutants } from './client.ts'
import { clockMutants } from './clock.ts'
import { controllerHelperMutants } from './controller-helpers.ts'
import { controllerInvariantMutants } from './controller-invariants.ts'
import { deltaFifoMutants } from './delta-fifo.ts'
import { deploymentControllerMutants } from './deployment-controller.ts'
import { endpointsControllerMutants } from './endpoints-controller.ts'
import { eventRecorderMutants } from './event-recorder.ts'
import { indexerMutants } from './indexer.ts'
import { informerCacheMutants } from './informer-cache.ts'
import { informerInvariantMutants } from './informer-invariants.ts'
import { leaderElectionMutants } from './leader-election.ts'
import { modelMutants } from './model.ts'
import type { Mutant } from './mutant.ts'
import { nodeLifecycleControllerMutants } from './node-lifecycle-controller.ts'
import { queueInvariantMutants } from './queue-invariants.ts'
import { reflectorSessionMutants } from './reflector-sessions.ts'
import { reflectorMutants } from './reflector.ts'
import { replicaSetControllerMutants } from './replicaset-controller.ts'
import { securityMutants } from './security.ts'
import { sharedInformerMutants } from './shared-informer.ts'
import { taintControllerMutants } from './taint-controller.ts'
import { watchToolMutants } from './watch-tools.ts'
import { workqueueMutants } from './workqueue.ts'

/** Every mutant there is, one at least for each row without which informers are unsafe. */
export const mutants: readonly Mutant[] = [
  ...clientMutants,
  ...clockMutants,
  ...controllerHelperMutants,
  ...controllerInvariantMutants,
  ...deltaFifoMutants,
  ...deploymentControllerMutants,
  ...endpointsControllerMutants,
  ...eventRecorderMutants,
  ...indexerMutants,
  ...informerCacheMutants,
  ...informerInvariantMutants,
  ...leaderElectionMutants,
  ...modelMutants,
  ...nodeLifecycleControllerMutants,
  ...queueInvariantMutants,
  ...reflectorMutants,
  ...reflectorSessionMutants,
  ...replicaSetControllerMutants,
  ...securityMutants,
  ...sharedInformerMutants,
  ...taintControllerMutants,
  ...watchToolMutants,
  ...workqueueMutants,
]
