/** On every slice: the Service it belongs to. */
export const serviceNameLabel = 'kubernetes.io/service-name'
/** On every slice: who writes it. */
export const managedByLabel = 'endpointslice.kubernetes.io/managed-by'
/** The value of `managedByLabel` on the slices that this controller writes. */
export const managedBy = 'endpointslice-controller.k8s.io'
/** On Endpoints and slices of a Service without a cluster IP. */
export const headlessLabel = 'service.kubernetes.io/headless'
/** When the change happened that made the controller write. */
export const triggerTimeAnnotation = 'endpoints.kubernetes.io/last-change-trigger-time'
/** `truncated` on Endpoints that could not take all addresses. */
export const overCapacityAnnotation = 'endpoints.kubernetes.io/over-capacity'
/** On Endpoints that are a lock of old leader elections: they have no Service and stay. */
export const leaderAnnotation = 'control-plane.alpha.kubernetes.io/leader'
/** On Nodes. */
export const zoneLabel = 'topology.kubernetes.io/zone'
/** `Auto` on a Service asks for hints by the CPUs of zones. */
export const topologyModeAnnotation = 'service.kubernetes.io/topology-mode'
/** The old name of `topologyModeAnnotation`; it wins. */
export const topologyAwareHintsAnnotation = 'service.kubernetes.io/topology-aware-hints'
