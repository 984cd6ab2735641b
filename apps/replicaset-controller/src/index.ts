export { setup, type ReplicaSetControllerOptions } from './replicaset-controller.ts'
