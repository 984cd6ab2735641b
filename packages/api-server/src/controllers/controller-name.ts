/** Controllers that can run inside of the server, by kube-controller-manager's names without `-controller`. */
export type ControllerName = 'disruption' | 'garbage-collector' | 'namespace' | 'pod-garbage-collector'

/** Those that are on unless told: every one. */
export const allControllers: readonly ControllerName[] = [
  'disruption',
  'garbage-collector',
  'namespace',
  'pod-garbage-collector',
]
