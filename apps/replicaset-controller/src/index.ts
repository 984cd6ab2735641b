export { setup, type ReplicaSetControllerOptions } from './replicaset-controller.ts'
export { replicaSetController } from './descriptor.ts'
