// Written by scripts/api-server-facts.ts from Kubernetes 1.32; do not edit.

/** Fields of the built-in types, with their protobuf numbers and how they are merged. */
export const schemaFacts = `
=v1/Binding 0
=v1/ComponentStatus 1
=v1/ConfigMap 2
=v1/Endpoints 3
=v1/Event 4
=v1/LimitRange 5
=v1/Namespace 6
=v1/Node 7
=v1/PersistentVolumeClaim 8
=v1/PersistentVolume 9
=v1/Pod a
=policy/v1/Eviction b
=v1/PodTemplate c
=v1/ReplicationController d
=autoscaling/v1/Scale e
=v1/ResourceQuota f
=v1/Secret g
=v1/ServiceAccount h
=authentication.k8s.io/v1/TokenRequest i
=v1/Service j
=apiregistration.k8s.io/v1/APIService k
=apps/v1/ControllerRevision l
=apps/v1/DaemonSet m
=apps/v1/Deployment n
=apps/v1/ReplicaSet o
=apps/v1/StatefulSet p
=events.k8s.io/v1/Event q
=authentication.k8s.io/v1/SelfSubjectReview r
=authentication.k8s.io/v1/TokenReview s
=authorization.k8s.io/v1/LocalSubjectAccessReview t
=authorization.k8s.io/v1/SelfSubjectAccessReview u
=authorization.k8s.io/v1/SelfSubjectRulesReview v
=authorization.k8s.io/v1/SubjectAccessReview w
=autoscaling/v2/HorizontalPodAutoscaler x
=autoscaling/v1/HorizontalPodAutoscaler y
=batch/v1/CronJob z
=batch/v1/Job 10
=certificates.k8s.io/v1/CertificateSigningRequest 11
=networking.k8s.io/v1/IngressClass 12
=networking.k8s.io/v1/Ingress 13
=networking.k8s.io/v1/NetworkPolicy 14
=policy/v1/PodDisruptionBudget 15
=rbac.authorization.k8s.io/v1/ClusterRoleBinding 16
=rbac.authorization.k8s.io/v1/ClusterRole 17
=rbac.authorization.k8s.io/v1/RoleBinding 18
=rbac.authorization.k8s.io/v1/Role 19
=storage.k8s.io/v1/CSIDriver 1a
=storage.k8s.io/v1/CSINode 1b
=storage.k8s.io/v1/CSIStorageCapacity 1c
=storage.k8s.io/v1/StorageClass 1d
=storage.k8s.io/v1/VolumeAttachment 1e
=admissionregistration.k8s.io/v1/MutatingWebhookConfiguration 1f
=admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy 1g
=admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding 1h
=admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration 1i
=apiextensions.k8s.io/v1/CustomResourceDefinition 1j
=scheduling.k8s.io/v1/PriorityClass 1k
=coordination.k8s.io/v1/Lease 1l
=node.k8s.io/v1/RuntimeClass 1m
=discovery.k8s.io/v1/EndpointSlice 1n
=flowcontrol.apiserver.k8s.io/v1/FlowSchema 1o
=flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration 1p
=meta.k8s.io/v1/DeleteOptions 1q
Binding kind:s::o apiVersion:s::o metadata:#1r:1:o target:#1s:2
ComponentStatus kind:s::o apiVersion:s::o metadata:#1r:1:o conditions:[#1t:2:o:m=type;k=type
ConfigMap kind:s::o apiVersion:s::o metadata:#1r:1:o immutable:*b:4:o data:{s:2:o binaryData:{y:3:o
Endpoints kind:s::o apiVersion:s::o metadata:#1r:1:o subsets:[#1u:2:o
Event kind:s::o apiVersion:s::o metadata:#1r:1 involvedObject:#1s:2 reason:s:3:o message:s:4:o source:#1v:5:o firstTimestamp:T:6:o lastTimestamp:T:7:o count:i:8:o type:s:9:o eventTime:M:10:o series:*#1w:11:o action:s:12:o related:*#1s:13:o reportingComponent:s:14 reportingInstance:s:15
LimitRange kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#1x:2:o
Namespace kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#1y:2:o status:#1z:3:o
Node kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#20:2:o status:#21:3:o
PersistentVolumeClaim kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#22:2:o status:#23:3:o
PersistentVolume kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#24:2:o status:#25:3:o
Pod kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#26:2:o status:#27:3:o
Eviction kind:s::o apiVersion:s::o metadata:#1r:1:o deleteOptions:*#1q:2:o
PodTemplate kind:s::o apiVersion:s::o metadata:#1r:1:o template:#28:2:o
ReplicationController kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#29:2:o status:#2a:3:o
Scale kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2b:2:o status:#2c:3:o
ResourceQuota kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2d:2:o status:#2e:3:o
Secret kind:s::o apiVersion:s::o metadata:#1r:1:o immutable:*b:5:o data:{y:2:o stringData:{s:4:o type:s:3:o
ServiceAccount kind:s::o apiVersion:s::o metadata:#1r:1:o secrets:[#1s:2:o:m=name;k=name imagePullSecrets:[#2f:3:o automountServiceAccountToken:*b:4:o
TokenRequest kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2g:2 status:#2h:3:o
Service kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2i:2:o status:#2j:3:o
APIService kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2k:2:o status:#2l:3:o
ControllerRevision kind:s::o apiVersion:s::o metadata:#1r:1:o data:R:2:o revision:l:3
DaemonSet kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2m:2:o status:#2n:3:o
Deployment kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2o:2:o status:#2p:3:o
ReplicaSet kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2q:2:o status:#2r:3:o
StatefulSet kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2s:2:o status:#2t:3:o
Event kind:s::o apiVersion:s::o metadata:#1r:1 eventTime:M:2 series:*#2u:3:o reportingController:s:4:o reportingInstance:s:5:o action:s:6:o reason:s:7:o regarding:#1s:8:o related:*#1s:9:o note:s:10:o type:s:11:o deprecatedSource:#1v:12:o deprecatedFirstTimestamp:T:13:o deprecatedLastTimestamp:T:14:o deprecatedCount:i:15:o
SelfSubjectReview kind:s::o apiVersion:s::o metadata:#1r:1:o status:#2v:2:o
TokenReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2w:2 status:#2x:3:o
LocalSubjectAccessReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2y:2 status:#2z:3:o
SelfSubjectAccessReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#30:2 status:#2z:3:o
SelfSubjectRulesReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#31:2 status:#32:3:o
SubjectAccessReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2y:2 status:#2z:3:o
HorizontalPodAutoscaler kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#33:2:o status:#34:3:o
HorizontalPodAutoscaler kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#35:2:o status:#36:3:o
CronJob kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#37:2:o status:#38:3:o
Job kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#39:2:o status:#3a:3:o
CertificateSigningRequest kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3b:2 status:#3c:3:o
IngressClass kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3d:2:o
Ingress kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3e:2:o status:#3f:3:o
NetworkPolicy kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3g:2:o
PodDisruptionBudget kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3h:2:o status:#3i:3:o
ClusterRoleBinding kind:s::o apiVersion:s::o metadata:#1r:1:o subjects:[#3j:2:o roleRef:#3k:3
ClusterRole kind:s::o apiVersion:s::o metadata:#1r:1:o rules:[#3l:2 aggregationRule:*#3m:3:o
RoleBinding kind:s::o apiVersion:s::o metadata:#1r:1:o subjects:[#3j:2:o roleRef:#3k:3
Role kind:s::o apiVersion:s::o metadata:#1r:1:o rules:[#3l:2
CSIDriver kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3n:2
CSINode kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3o:2
CSIStorageCapacity kind:s::o apiVersion:s::o metadata:#1r:1:o nodeTopology:*#3p:2:o storageClassName:s:3 capacity:*Q:4:o maximumVolumeSize:*Q:5:o
StorageClass kind:s::o apiVersion:s::o metadata:#1r:1:o provisioner:s:2 parameters:{s:3:o reclaimPolicy:*s:4:o mountOptions:[s:5:o allowVolumeExpansion:*b:6:o volumeBindingMode:*s:7:o allowedTopologies:[#3q:8:o
VolumeAttachment kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3r:2 status:#3s:3:o
MutatingWebhookConfiguration kind:s::o apiVersion:s::o metadata:#1r:1:o webhooks:[#3t:2:o:m=name;k=name
ValidatingAdmissionPolicy kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3u:2:o status:#3v:3:o
ValidatingAdmissionPolicyBinding kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3w:2:o
ValidatingWebhookConfiguration kind:s::o apiVersion:s::o metadata:#1r:1:o webhooks:[#3x:2:o:m=name;k=name
CustomResourceDefinition kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3y:2 status:#3z:3:o
PriorityClass kind:s::o apiVersion:s::o metadata:#1r:1:o value:i:2 globalDefault:b:3:o description:s:4:o preemptionPolicy:*s:5:o
Lease kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#40:2:o
RuntimeClass kind:s::o apiVersion:s::o metadata:#1r:1:o handler:s:2 overhead:*#41:3:o scheduling:*#42:4:o
EndpointSlice kind:s::o apiVersion:s::o metadata:#1r:1:o addressType:s:4 endpoints:[#43:2 ports:[#44:3
FlowSchema kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#45:2:o status:#46:3:o
PriorityLevelConfiguration kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#47:2:o status:#48:3:o
DeleteOptions kind:s::o apiVersion:s::o gracePeriodSeconds:*l:1:o preconditions:*#49:2:o orphanDependents:*b:3:o propagationPolicy:*s:4:o dryRun:[s:5:o ignoreStoreReadErrorWithClusterBreakingPotential:*b:6:o
ObjectMeta name:s:1:o generateName:s:2:o namespace:s:3:o selfLink:s:4:o uid:s:5:o resourceVersion:s:6:o generation:l:7:o creationTimestamp:T:8:o deletionTimestamp:*T:9:o deletionGracePeriodSeconds:*l:10:o labels:{s:11:o annotations:{s:12:o ownerReferences:[#4a:13:o:m=uid;k=uid finalizers:[s:14:o:m;s managedFields:[#4b:17:o
ObjectReference! kind:s:1:o namespace:s:2:o name:s:3:o uid:s:4:o apiVersion:s:5:o resourceVersion:s:6:o fieldPath:s:7:o
ComponentCondition type:s:1 status:s:2 message:s:3:o error:s:4:o
EndpointSubset addresses:[#4c:1:o notReadyAddresses:[#4c:2:o ports:[#4d:3:o
EventSource component:s:1:o host:s:2:o
EventSeries count:i:1:o lastObservedTime:M:2:o
LimitRangeSpec limits:[#4e:1
NamespaceSpec finalizers:[s:1:o
NamespaceStatus phase:s:1:o conditions:[#4f:2:o:m=type;k=type
NodeSpec podCIDR:s:1:o podCIDRs:[s:7:o:m;s providerID:s:3:o unschedulable:b:4:o taints:[#4g:5:o configSource:*#4h:6:o externalID:s:2:o
NodeStatus capacity:{Q:1:o allocatable:{Q:2:o phase:s:3:o conditions:[#4i:4:o:m=type;k=type addresses:[#4j:5:o:m=type;k=type daemonEndpoints:#4k:6:o nodeInfo:#4l:7:o images:[#4m:8:o volumesInUse:[s:9:o volumesAttached:[#4n:10:o config:*#4o:11:o runtimeHandlers:[#4p:12:o features:*#4q:13:o
PersistentVolumeClaimSpec accessModes:[s:1:o selector:*#3p:4:o resources:#4r:2:o volumeName:s:3:o storageClassName:*s:5:o volumeMode:*s:6:o dataSource:*#4s:7:o dataSourceRef:*#4t:8:o volumeAttributesClassName:*s:9:o
PersistentVolumeClaimStatus phase:s:1:o accessModes:[s:2:o capacity:{Q:3:o conditions:[#4u:4:o:m=type;k=type allocatedResources:{Q:5:o allocatedResourceStatuses:{s:7:o:g currentVolumeAttributesClassName:*s:8:o modifyVolumeStatus:*#4v:9:o
PersistentVolumeSpec capacity:{Q:1:o :#4w:2:> accessModes:[s:3:o claimRef:*#1s:4:o:g persistentVolumeReclaimPolicy:s:5:o storageClassName:s:6:o mountOptions:[s:7:o volumeMode:*s:8:o nodeAffinity:*#4x:9:o volumeAttributesClassName:*s:10:o
PersistentVolumeStatus phase:s:1:o message:s:2:o reason:s:3:o lastPhaseTransitionTime:*T:4:o
PodSpec volumes:[#4y:1:o:m=name;k=name initContainers:[#4z:20:o:m=name;k=name containers:[#4z:2::m=name;k=name ephemeralContainers:[#50:34:o:m=name;k=name restartPolicy:s:3:o terminationGracePeriodSeconds:*l:4:o activeDeadlineSeconds:*l:5:o dnsPolicy:s:6:o nodeSelector:{s:7:o:a serviceAccountName:s:8:o serviceAccount:s:9:o automountServiceAccountToken:*b:21:o nodeName:s:10:o hostNetwork:b:11:o hostPID:b:12:o hostIPC:b:13:o shareProcessNamespace:*b:27:o securityContext:*#51:14:o imagePullSecrets:[#2f:15:o:m=name;k=name hostname:s:16:o subdomain:s:17:o affinity:*#52:18:o schedulerName:s:19:o tolerations:[#53:22:o hostAliases:[#54:23:o:m=ip;k=ip priorityClassName:s:24:o priority:*i:25:o dnsConfig:*#55:26:o readinessGates:[#56:28:o runtimeClassName:*s:29:o enableServiceLinks:*b:30:o preemptionPolicy:*s:31:o overhead:{Q:32:o topologySpreadConstraints:[#57:33:o:m=topologyKey;k=topologyKey,whenUnsatisfiable setHostnameAsFQDN:*b:35:o os:*#58:36:o hostUsers:*b:37:o schedulingGates:[#59:38:o:m=name;k=name resourceClaims:[#5a:39:o:m=name;k=name resources:*#5b:40:o
PodStatus phase:s:1:o conditions:[#5c:2:o:m=type;k=type message:s:3:o reason:s:4:o nominatedNodeName:s:11:o hostIP:s:5:o hostIPs:[#5d:16:o:m=ip podIP:s:6:o podIPs:[#5e:12:o:m=ip;k=ip startTime:*T:7:o initContainerStatuses:[#5f:10:o containerStatuses:[#5f:8:o qosClass:s:9:o ephemeralContainerStatuses:[#5f:13:o resize:s:14:o resourceClaimStatuses:[#5g:15:o:m=name;k=name
PodTemplateSpec metadata:#1r:1:o spec:#26:2:o
ReplicationControllerSpec replicas:*i:1:o minReadySeconds:i:4:o selector:{s:2:o:a template:*#28:3:o
ReplicationControllerStatus replicas:i:1 fullyLabeledReplicas:i:2:o readyReplicas:i:4:o availableReplicas:i:5:o observedGeneration:l:3:o conditions:[#5h:6:o:m=type;k=type
ScaleSpec replicas:i:1:o
ScaleStatus replicas:i:1 selector:s:2:o
ResourceQuotaSpec hard:{Q:1:o scopes:[s:2:o scopeSelector:*#5i:3:o
ResourceQuotaStatus hard:{Q:1:o used:{Q:2:o
LocalObjectReference! name:s:1:o
TokenRequestSpec audiences:[s:1 expirationSeconds:*l:4 boundObjectRef:*#5j:3
TokenRequestStatus token:s:1 expirationTimestamp:T:2
ServiceSpec ports:[#5k:1:o:m=port;k=port,protocol selector:{s:2:o:a clusterIP:s:3:o clusterIPs:[s:18:o type:s:4:o externalIPs:[s:5:o sessionAffinity:s:7:o loadBalancerIP:s:8:o loadBalancerSourceRanges:[s:9:o externalName:s:10:o externalTrafficPolicy:s:11:o healthCheckNodePort:i:12:o publishNotReadyAddresses:b:13:o sessionAffinityConfig:*#5l:14:o ipFamilies:[s:19:o ipFamilyPolicy:*s:17:o allocateLoadBalancerNodePorts:*b:20:o loadBalancerClass:*s:21:o internalTrafficPolicy:*s:22:o trafficDistribution:*s:23:o
ServiceStatus loadBalancer:#5m:1:o conditions:[#5n:2:o:m=type;k=type
APIServiceSpec service:*#5o:1:o group:s:2:o version:s:3:o insecureSkipTLSVerify:b:4:o caBundle:y:5:o groupPriorityMinimum:i:7 versionPriority:i:8
APIServiceStatus conditions:[#5p:1:o:m=type;k=type
DaemonSetSpec selector:*#3p:1 template:#28:2 updateStrategy:#5q:3:o minReadySeconds:i:4:o revisionHistoryLimit:*i:6:o
DaemonSetStatus currentNumberScheduled:i:1 numberMisscheduled:i:2 desiredNumberScheduled:i:3 numberReady:i:4 observedGeneration:l:5:o updatedNumberScheduled:i:6:o numberAvailable:i:7:o numberUnavailable:i:8:o collisionCount:*i:9:o conditions:[#5r:10:o:m=type;k=type
DeploymentSpec replicas:*i:1:o selector:*#3p:2 template:#28:3 strategy:#5s:4:o minReadySeconds:i:5:o revisionHistoryLimit:*i:6:o paused:b:7:o progressDeadlineSeconds:*i:9:o
DeploymentStatus observedGeneration:l:1:o replicas:i:2:o updatedReplicas:i:3:o readyReplicas:i:7:o availableReplicas:i:4:o unavailableReplicas:i:5:o conditions:[#5t:6:o:m=type;k=type collisionCount:*i:8:o
ReplicaSetSpec replicas:*i:1:o minReadySeconds:i:4:o selector:*#3p:2 template:#28:3:o
ReplicaSetStatus replicas:i:1 fullyLabeledReplicas:i:2:o readyReplicas:i:4:o availableReplicas:i:5:o observedGeneration:l:3:o conditions:[#5u:6:o:m=type;k=type
StatefulSetSpec replicas:*i:1:o selector:*#3p:2 template:#28:3 volumeClaimTemplates:[#8:4:o serviceName:s:5 podManagementPolicy:s:6:o updateStrategy:#5v:7:o revisionHistoryLimit:*i:8:o minReadySeconds:i:9:o persistentVolumeClaimRetentionPolicy:*#5w:10:o ordinals:*#5x:11:o
StatefulSetStatus observedGeneration:l:1:o replicas:i:2 readyReplicas:i:3:o currentReplicas:i:4:o updatedReplicas:i:5:o currentRevision:s:6:o updateRevision:s:7:o collisionCount:*i:9:o conditions:[#5y:10:o:m=type;k=type availableReplicas:i:11
EventSeries count:i:1 lastObservedTime:M:2
SelfSubjectReviewStatus userInfo:#5z:1:o
TokenReviewSpec token:s:1:o audiences:[s:2:o
TokenReviewStatus authenticated:b:1:o user:#5z:2:o audiences:[s:4:o error:s:3:o
SubjectAccessReviewSpec resourceAttributes:*#60:1:o nonResourceAttributes:*#61:2:o user:s:3:o groups:[s:4:o extra:{W:5:o uid:s:6:o
SubjectAccessReviewStatus allowed:b:1 denied:b:4:o reason:s:2:o evaluationError:s:3:o
SelfSubjectAccessReviewSpec resourceAttributes:*#60:1:o nonResourceAttributes:*#61:2:o
SelfSubjectRulesReviewSpec namespace:s:1:o
SubjectRulesReviewStatus resourceRules:[#62:1 nonResourceRules:[#63:2 incomplete:b:3 evaluationError:s:4:o
HorizontalPodAutoscalerSpec scaleTargetRef:#64:1 minReplicas:*i:2:o maxReplicas:i:3 metrics:[#65:4:o behavior:*#66:5:o
HorizontalPodAutoscalerStatus observedGeneration:*l:1:o lastScaleTime:*T:2:o currentReplicas:i:3:o desiredReplicas:i:4 currentMetrics:[#67:5 conditions:[#68:6:o:m=type;k=type
HorizontalPodAutoscalerSpec scaleTargetRef:#69:1 minReplicas:*i:2:o maxReplicas:i:3 targetCPUUtilizationPercentage:*i:4:o
HorizontalPodAutoscalerStatus observedGeneration:*l:1:o lastScaleTime:*T:2:o currentReplicas:i:3 desiredReplicas:i:4 currentCPUUtilizationPercentage:*i:5:o
CronJobSpec schedule:s:1 timeZone:*s:8:o startingDeadlineSeconds:*l:2:o concurrencyPolicy:s:3:o suspend:*b:4:o jobTemplate:#6a:5 successfulJobsHistoryLimit:*i:6:o failedJobsHistoryLimit:*i:7:o
CronJobStatus active:[#1s:1:o lastScheduleTime:*T:4:o lastSuccessfulTime:*T:5:o
JobSpec parallelism:*i:1:o completions:*i:2:o activeDeadlineSeconds:*l:3:o podFailurePolicy:*#6b:11:o successPolicy:*#6c:16:o backoffLimit:*i:7:o backoffLimitPerIndex:*i:12:o maxFailedIndexes:*i:13:o selector:*#3p:4:o manualSelector:*b:5:o template:#28:6 ttlSecondsAfterFinished:*i:8:o completionMode:*s:9:o suspend:*b:10:o podReplacementPolicy:*s:14:o managedBy:*s:15:o
JobStatus conditions:[#6d:1:o:m=type startTime:*T:2:o completionTime:*T:3:o active:i:4:o succeeded:i:5:o failed:i:6:o terminating:*i:11:o completedIndexes:s:7:o failedIndexes:*s:10:o uncountedTerminatedPods:*#6e:8:o ready:*i:9:o
CertificateSigningRequestSpec request:y:1 signerName:s:7 expirationSeconds:*i:8:o usages:[s:5:o username:s:2:o uid:s:3:o groups:[s:4:o extra:{W:6:o
CertificateSigningRequestStatus conditions:[#6f:1:o:k=type certificate:y:2:o
IngressClassSpec controller:s:1:o parameters:*#6g:2:o
IngressSpec ingressClassName:*s:4:o defaultBackend:*#6h:1:o tls:[#6i:2:o rules:[#6j:3:o
IngressStatus loadBalancer:#6k:1:o
NetworkPolicySpec podSelector:#3p:1 ingress:[#6l:2:o egress:[#6m:3:o policyTypes:[s:4:o
PodDisruptionBudgetSpec minAvailable:*I:1:o selector:*#3p:2:o maxUnavailable:*I:3:o unhealthyPodEvictionPolicy:*s:4:o
PodDisruptionBudgetStatus observedGeneration:l:1:o disruptedPods:{T:2:o disruptionsAllowed:i:3 currentHealthy:i:4 desiredHealthy:i:5 expectedPods:i:6 conditions:[#5n:7:o:m=type;k=type
Subject! kind:s:1 apiGroup:s:2:o name:s:3 namespace:s:4:o
RoleRef! apiGroup:s:1 kind:s:2 name:s:3
PolicyRule verbs:[s:1 apiGroups:[s:2:o resources:[s:3:o resourceNames:[s:4:o nonResourceURLs:[s:5:o
AggregationRule clusterRoleSelectors:[#3p:1:o
CSIDriverSpec attachRequired:*b:1:o podInfoOnMount:*b:2:o volumeLifecycleModes:[s:3:o:s storageCapacity:*b:4:o fsGroupPolicy:*s:5:o tokenRequests:[#6n:6:o requiresRepublish:*b:7:o seLinuxMount:*b:8:o
CSINodeSpec drivers:[#6o:1::m=name;k=name
LabelSelector! matchLabels:{s:1:o matchExpressions:[#6p:2:o
TopologySelectorTerm! matchLabelExpressions:[#6q:1:o
VolumeAttachmentSpec attacher:s:1 source:#6r:2 nodeName:s:3
VolumeAttachmentStatus attached:b:1 attachmentMetadata:{s:2:o attachError:*#6s:3:o detachError:*#6s:4:o
MutatingWebhook name:s:1 clientConfig:#6t:2 rules:[#6u:3:o failurePolicy:*s:4:o matchPolicy:*s:9:o namespaceSelector:*#3p:5:o objectSelector:*#3p:11:o sideEffects:*s:6 timeoutSeconds:*i:7:o admissionReviewVersions:[s:8 reinvocationPolicy:*s:10:o matchConditions:[#6v:12:o:m=name;k=name
ValidatingAdmissionPolicySpec paramKind:*#6w:1:o matchConstraints:*#6x:2:o validations:[#6y:3:o failurePolicy:*s:4:o auditAnnotations:[#6z:5:o matchConditions:[#6v:6:o:m=name;k=name variables:[#70:7:o:m=name;k=name
ValidatingAdmissionPolicyStatus observedGeneration:l:1:o typeChecking:*#71:2:o conditions:[#5n:3:o:k=type
ValidatingAdmissionPolicyBindingSpec policyName:s:1:o paramRef:*#72:2:o matchResources:*#6x:3:o validationActions:[s:4:o:s
ValidatingWebhook name:s:1 clientConfig:#6t:2 rules:[#6u:3:o failurePolicy:*s:4:o matchPolicy:*s:9:o namespaceSelector:*#3p:5:o objectSelector:*#3p:10:o sideEffects:*s:6 timeoutSeconds:*i:7:o admissionReviewVersions:[s:8 matchConditions:[#6v:11:o:m=name;k=name
CustomResourceDefinitionSpec group:s:1 names:#73:3 scope:s:4 versions:[#74:7 conversion:*#75:9:o preserveUnknownFields:b:10:o
CustomResourceDefinitionStatus conditions:[#76:1::k=type acceptedNames:#73:2 storedVersions:[s:3
LeaseSpec holderIdentity:*s:1:o leaseDurationSeconds:*i:2:o acquireTime:*M:3:o renewTime:*M:4:o leaseTransitions:*i:5:o strategy:*s:6:o preferredHolder:*s:7:o
Overhead podFixed:{Q:1:o
Scheduling nodeSelector:{s:1:o:a tolerations:[#53:2:o
Endpoint addresses:[s:1::s conditions:#77:2:o hostname:*s:3:o targetRef:*#1s:4:o deprecatedTopology:{s:5:o nodeName:*s:6:o zone:*s:7:o hints:*#78:8:o
EndpointPort! name:*s:1:o protocol:*s:2:o port:*i:3:o appProtocol:*s:4:o
FlowSchemaSpec priorityLevelConfiguration:#79:1 matchingPrecedence:i:2 distinguisherMethod:*#7a:3:o rules:[#7b:4:o
FlowSchemaStatus conditions:[#7c:1:o:m=type;k=type
PriorityLevelConfigurationSpec type:s:1 limited:*#7d:2:o exempt:*#7e:3:o
PriorityLevelConfigurationStatus conditions:[#7f:1:o:m=type;k=type
Preconditions uid:*s:1:o resourceVersion:*s:2:o
OwnerReference! apiVersion:s:5 kind:s:1 name:s:3 uid:s:4 controller:*b:6:o blockOwnerDeletion:*b:7:o
ManagedFieldsEntry manager:s:1:o operation:s:2:o apiVersion:s:3:o time:*T:4:o fieldsType:s:6:o fieldsV1:*R:7:o subresource:s:8:o
EndpointAddress! ip:s:1 hostname:s:3:o nodeName:*s:4:o targetRef:*#1s:2:o
EndpointPort! name:s:1:o port:i:2 protocol:s:3:o appProtocol:*s:4:o
LimitRangeItem type:s:1 max:{Q:2:o min:{Q:3:o default:{Q:4:o defaultRequest:{Q:5:o maxLimitRequestRatio:{Q:6:o
NamespaceCondition type:s:1 status:s:2 lastTransitionTime:T:4:o reason:s:5:o message:s:6:o
Taint key:s:1 value:s:2:o effect:s:3 timeAdded:*T:4:o
NodeConfigSource configMap:*#7g:2:o
NodeCondition type:s:1 status:s:2 lastHeartbeatTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o
NodeAddress type:s:1 address:s:2
NodeDaemonEndpoints kubeletEndpoint:#7h:1:o
NodeSystemInfo machineID:s:1 systemUUID:s:2 bootID:s:3 kernelVersion:s:4 osImage:s:5 containerRuntimeVersion:s:6 kubeletVersion:s:7 kubeProxyVersion:s:8 operatingSystem:s:9 architecture:s:10
ContainerImage names:[s:1 sizeBytes:l:2:o
AttachedVolume name:s:1 devicePath:s:2
NodeConfigStatus assigned:*#4h:1:o active:*#4h:2:o lastKnownGood:*#4h:3:o error:s:4:o
NodeRuntimeHandler name:s:1 features:*#7i:2:o
NodeFeatures supplementalGroupsPolicy:*b:1:o
VolumeResourceRequirements limits:{Q:1:o requests:{Q:2:o
TypedLocalObjectReference! apiGroup:*s:1 kind:s:2 name:s:3
TypedObjectReference apiGroup:*s:1 kind:s:2 name:s:3 namespace:*s:4:o
PersistentVolumeClaimCondition type:s:1 status:s:2 lastProbeTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o
ModifyVolumeStatus targetVolumeAttributesClassName:s:1:o status:s:2
PersistentVolumeSource gcePersistentDisk:*#7j:1:o awsElasticBlockStore:*#7k:2:o hostPath:*#7l:3:o glusterfs:*#7m:4:o nfs:*#7n:5:o rbd:*#7o:6:o iscsi:*#7p:7:o cinder:*#7q:8:o cephfs:*#7r:9:o fc:*#7s:10:o flocker:*#7t:11:o flexVolume:*#7u:12:o azureFile:*#7v:13:o vsphereVolume:*#7w:14:o quobyte:*#7x:15:o azureDisk:*#7y:16:o photonPersistentDisk:*#7z:17:o portworxVolume:*#80:18:o scaleIO:*#81:19:o local:*#82:20:o storageos:*#83:21:o csi:*#84:22:o
VolumeNodeAffinity required:*#85:1:o
Volume name:s:1 :#86:2:>
Container name:s:1 image:s:2:o command:[s:3:o args:[s:4:o workingDir:s:5:o ports:[#87:6:o:m=containerPort;k=containerPort,protocol envFrom:[#88:19:o env:[#89:7:o:m=name;k=name resources:#5b:8:o resizePolicy:[#8a:23:o restartPolicy:*s:24:o volumeMounts:[#8b:9:o:m=mountPath;k=mountPath volumeDevices:[#8c:21:o:m=devicePath;k=devicePath livenessProbe:*#8d:10:o readinessProbe:*#8d:11:o startupProbe:*#8d:22:o lifecycle:*#8e:12:o terminationMessagePath:s:13:o terminationMessagePolicy:s:20:o imagePullPolicy:s:14:o securityContext:*#8f:15:o stdin:b:16:o stdinOnce:b:17:o tty:b:18:o
EphemeralContainer :#8g:1:> targetContainerName:s:2:o
PodSecurityContext seLinuxOptions:*#8h:1:o windowsOptions:*#8i:8:o runAsUser:*l:2:o runAsGroup:*l:6:o runAsNonRoot:*b:3:o supplementalGroups:[l:4:o supplementalGroupsPolicy:*s:12:o fsGroup:*l:5:o sysctls:[#8j:7:o fsGroupChangePolicy:*s:9:o seccompProfile:*#8k:10:o appArmorProfile:*#8l:11:o seLinuxChangePolicy:*s:13:o
Affinity nodeAffinity:*#8m:1:o podAffinity:*#8n:2:o podAntiAffinity:*#8o:3:o
Toleration key:s:1:o operator:s:2:o value:s:3:o effect:s:4:o tolerationSeconds:*l:5:o
HostAlias ip:s:1 hostnames:[s:2:o
PodDNSConfig nameservers:[s:1:o searches:[s:2:o options:[#8p:3:o
PodReadinessGate conditionType:s:1
TopologySpreadConstraint maxSkew:i:1 topologyKey:s:2 whenUnsatisfiable:s:3 labelSelector:*#3p:4:o minDomains:*i:5:o nodeAffinityPolicy:*s:6:o nodeTaintsPolicy:*s:7:o matchLabelKeys:[s:8:o
PodOS name:s:1
PodSchedulingGate name:s:1
PodResourceClaim name:s:1 resourceClaimName:*s:3:o resourceClaimTemplateName:*s:4:o
ResourceRequirements limits:{Q:1:o requests:{Q:2:o claims:[#8q:3:o:k=name
PodCondition type:s:1 status:s:2 lastProbeTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o
HostIP ip:s:1
PodIP ip:s:1
ContainerStatus name:s:1 state:#8r:2:o lastState:#8r:3:o ready:b:4 restartCount:i:5 image:s:6 imageID:s:7 containerID:s:8:o started:*b:9:o allocatedResources:{Q:10:o resources:*#5b:11:o volumeMounts:[#8s:12:o:m=mountPath;k=mountPath user:*#8t:13:o allocatedResourcesStatus:[#8u:14:o:m=name;k=name
PodResourceClaimStatus name:s:1 resourceClaimName:*s:2:o
ReplicationControllerCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o
ScopeSelector! matchExpressions:[#8v:1:o
BoundObjectReference kind:s:1:o apiVersion:s:2:o name:s:3:o uid:s:4:o
ServicePort name:s:1:o protocol:s:2:o appProtocol:*s:6:o port:i:3 targetPort:I:4:o nodePort:i:5:o
SessionAffinityConfig clientIP:*#8w:1:o
LoadBalancerStatus ingress:[#8x:1:o
Condition type:s:1 status:s:2 observedGeneration:l:3:o lastTransitionTime:T:4 reason:s:5 message:s:6
ServiceReference namespace:s:1:o name:s:2:o port:*i:3:o
APIServiceCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o
DaemonSetUpdateStrategy type:s:1:o rollingUpdate:*#8y:2:o
DaemonSetCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o
DeploymentStrategy type:s:1:o rollingUpdate:*#8z:2:o
DeploymentCondition type:s:1 status:s:2 lastUpdateTime:T:6:o lastTransitionTime:T:7:o reason:s:4:o message:s:5:o
ReplicaSetCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o
StatefulSetUpdateStrategy type:s:1:o rollingUpdate:*#90:2:o
StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted:s:1:o whenScaled:s:2:o
StatefulSetOrdinals start:i:1
StatefulSetCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o
UserInfo username:s:1:o uid:s:2:o groups:[s:3:o extra:{W:4:o
ResourceAttributes namespace:s:1:o verb:s:2:o group:s:3:o version:s:4:o resource:s:5:o subresource:s:6:o name:s:7:o fieldSelector:*#91:8:o labelSelector:*#92:9:o
NonResourceAttributes path:s:1:o verb:s:2:o
ResourceRule verbs:[s:1 apiGroups:[s:2:o resources:[s:3:o resourceNames:[s:4:o
NonResourceRule verbs:[s:1 nonResourceURLs:[s:2:o
CrossVersionObjectReference kind:s:1 name:s:2 apiVersion:s:3:o
MetricSpec type:s:1 object:*#93:2:o pods:*#94:3:o resource:*#95:4:o containerResource:*#96:7:o external:*#97:5:o
HorizontalPodAutoscalerBehavior scaleUp:*#98:1:o scaleDown:*#98:2:o
MetricStatus type:s:1 object:*#99:2:o pods:*#9a:3:o resource:*#9b:4:o containerResource:*#9c:7:o external:*#9d:5:o
HorizontalPodAutoscalerCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o
CrossVersionObjectReference! kind:s:1 name:s:2 apiVersion:s:3:o
JobTemplateSpec metadata:#1r:1:o spec:#39:2:o
PodFailurePolicy rules:[#9e:1
SuccessPolicy rules:[#9f:1
JobCondition type:s:1 status:s:2 lastProbeTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o
UncountedTerminatedPods succeeded:[s:1:o:s failed:[s:2:o:s
CertificateSigningRequestCondition type:s:1 status:s:6 reason:s:2:o message:s:3:o lastUpdateTime:T:4:o lastTransitionTime:T:5:o
IngressClassParametersReference apiGroup:*s:1:o kind:s:2 name:s:3 scope:*s:4 namespace:*s:5:o
IngressBackend service:*#9g:4:o resource:*#4s:3:o
IngressTLS hosts:[s:1:o secretName:s:2:o
IngressRule host:s:1:o :#9h:2:>
IngressLoadBalancerStatus ingress:[#9i:1:o
NetworkPolicyIngressRule ports:[#9j:1:o from:[#9k:2:o
NetworkPolicyEgressRule ports:[#9j:1:o to:[#9k:2:o
TokenRequest audience:s:1 expirationSeconds:*l:2:o
CSINodeDriver name:s:1 nodeID:s:2 topologyKeys:[s:3 allocatable:*#9l:4:o
LabelSelectorRequirement key:s:1 operator:s:2 values:[s:3:o
TopologySelectorLabelRequirement key:s:1 values:[s:2
VolumeAttachmentSource persistentVolumeName:*s:1:o inlineVolumeSpec:*#24:2:o
VolumeError time:T:1:o message:s:2:o
WebhookClientConfig url:*s:3:o service:*#9m:1:o caBundle:y:2:o
RuleWithOperations operations:[s:1:o :#9n:2:>
MatchCondition name:s:1 expression:s:2
ParamKind! apiVersion:s:1:o kind:s:2:o
MatchResources! namespaceSelector:*#3p:1:o objectSelector:*#3p:2:o resourceRules:[#9o:3:o excludeResourceRules:[#9o:4:o matchPolicy:*s:7:o
Validation expression:s:1 message:s:2:o reason:*s:3:o messageExpression:s:4:o
AuditAnnotation key:s:1 valueExpression:s:2
Variable! name:s:1 expression:s:2
TypeChecking expressionWarnings:[#9p:1:o
ParamRef! name:s:1:o namespace:s:2:o selector:*#3p:3:o parameterNotFoundAction:*s:4:o
CustomResourceDefinitionNames plural:s:1 singular:s:2:o shortNames:[s:3:o kind:s:4 listKind:s:5:o categories:[s:6:o
CustomResourceDefinitionVersion name:s:1 served:b:2 storage:b:3 deprecated:b:7:o deprecationWarning:*s:8:o schema:*#9q:4:o subresources:*#9r:5:o additionalPrinterColumns:[#9s:6:o selectableFields:[#9t:9:o
CustomResourceConversion strategy:s:1 webhook:*#9u:2:o
CustomResourceDefinitionCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o
EndpointConditions ready:*b:1:o serving:*b:2:o terminating:*b:3:o
EndpointHints forZones:[#9v:1:o
PriorityLevelConfigurationReference name:s:1
FlowDistinguisherMethod type:s:1
PolicyRulesWithSubjects subjects:[#9w:1 resourceRules:[#9x:2:o nonResourceRules:[#9y:3:o
FlowSchemaCondition type:s:1:o status:s:2:o lastTransitionTime:T:3:o reason:s:4:o message:s:5:o
LimitedPriorityLevelConfiguration nominalConcurrencyShares:*i:1 limitResponse:#9z:2:o lendablePercent:*i:3:o borrowingLimitPercent:*i:4:o
ExemptPriorityLevelConfiguration nominalConcurrencyShares:*i:1:o lendablePercent:*i:2:o
PriorityLevelConfigurationCondition type:s:1:o status:s:2:o lastTransitionTime:T:3:o reason:s:4:o message:s:5:o
ConfigMapNodeConfigSource namespace:s:1 name:s:2 uid:s:3:o resourceVersion:s:4:o kubeletConfigKey:s:5
DaemonEndpoint Port:i:1
NodeRuntimeHandlerFeatures recursiveReadOnlyMounts:*b:1:o userNamespaces:*b:2:o
GCEPersistentDiskVolumeSource pdName:s:1 fsType:s:2:o partition:i:3:o readOnly:b:4:o
AWSElasticBlockStoreVolumeSource volumeID:s:1 fsType:s:2:o partition:i:3:o readOnly:b:4:o
HostPathVolumeSource path:s:1 type:*s:2:o
GlusterfsPersistentVolumeSource endpoints:s:1 path:s:2 readOnly:b:3:o endpointsNamespace:*s:4:o
NFSVolumeSource server:s:1 path:s:2 readOnly:b:3:o
RBDPersistentVolumeSource monitors:[s:1 image:s:2 fsType:s:3:o pool:s:4:o user:s:5:o keyring:s:6:o secretRef:*#a0:7:o readOnly:b:8:o
ISCSIPersistentVolumeSource targetPortal:s:1 iqn:s:2 lun:i:3 iscsiInterface:s:4:o fsType:s:5:o readOnly:b:6:o portals:[s:7:o chapAuthDiscovery:b:8:o chapAuthSession:b:11:o secretRef:*#a0:10:o initiatorName:*s:12:o
CinderPersistentVolumeSource volumeID:s:1 fsType:s:2:o readOnly:b:3:o secretRef:*#a0:4:o
CephFSPersistentVolumeSource monitors:[s:1 path:s:2:o user:s:3:o secretFile:s:4:o secretRef:*#a0:5:o readOnly:b:6:o
FCVolumeSource targetWWNs:[s:1:o lun:*i:2:o fsType:s:3:o readOnly:b:4:o wwids:[s:5:o
FlockerVolumeSource datasetName:s:1:o datasetUUID:s:2:o
FlexPersistentVolumeSource driver:s:1 fsType:s:2:o secretRef:*#a0:3:o readOnly:b:4:o options:{s:5:o
AzureFilePersistentVolumeSource secretName:s:1 shareName:s:2 readOnly:b:3:o secretNamespace:*s:4
VsphereVirtualDiskVolumeSource volumePath:s:1 fsType:s:2:o storagePolicyName:s:3:o storagePolicyID:s:4:o
QuobyteVolumeSource registry:s:1 volume:s:2 readOnly:b:3:o user:s:4:o group:s:5:o tenant:s:6:o
AzureDiskVolumeSource diskName:s:1 diskURI:s:2 cachingMode:*s:3:o fsType:*s:4:o readOnly:*b:5:o kind:*s:6:o
PhotonPersistentDiskVolumeSource pdID:s:1 fsType:s:2:o
PortworxVolumeSource volumeID:s:1 fsType:s:2:o readOnly:b:3:o
ScaleIOPersistentVolumeSource gateway:s:1 system:s:2 secretRef:*#a0:3 sslEnabled:b:4:o protectionDomain:s:5:o storagePool:s:6:o storageMode:s:7:o volumeName:s:8:o fsType:s:9:o readOnly:b:10:o
LocalVolumeSource path:s:1 fsType:*s:2:o
StorageOSPersistentVolumeSource volumeName:s:1:o volumeNamespace:s:2:o fsType:s:3:o readOnly:b:4:o secretRef:*#1s:5:o
CSIPersistentVolumeSource driver:s:1 volumeHandle:s:2 readOnly:b:3:o fsType:s:4:o volumeAttributes:{s:5:o controllerPublishSecretRef:*#a0:6:o nodeStageSecretRef:*#a0:7:o nodePublishSecretRef:*#a0:8:o controllerExpandSecretRef:*#a0:9:o nodeExpandSecretRef:*#a0:10:o
NodeSelector! nodeSelectorTerms:[#a1:1
VolumeSource hostPath:*#7l:1:o emptyDir:*#a2:2:o gcePersistentDisk:*#7j:3:o awsElasticBlockStore:*#7k:4:o gitRepo:*#a3:5:o secret:*#a4:6:o nfs:*#7n:7:o iscsi:*#a5:8:o glusterfs:*#a6:9:o persistentVolumeClaim:*#a7:10:o rbd:*#a8:11:o flexVolume:*#a9:12:o cinder:*#aa:13:o cephfs:*#ab:14:o flocker:*#7t:15:o downwardAPI:*#ac:16:o fc:*#7s:17:o azureFile:*#ad:18:o configMap:*#ae:19:o vsphereVolume:*#7w:20:o quobyte:*#7x:21:o azureDisk:*#7y:22:o photonPersistentDisk:*#7z:23:o projected:*#af:26:o portworxVolume:*#80:24:o scaleIO:*#ag:25:o storageos:*#ah:27:o csi:*#ai:28:o ephemeral:*#aj:29:o image:*#ak:30:o
ContainerPort name:s:1:o hostPort:i:2:o containerPort:i:3 protocol:s:4:o hostIP:s:5:o
EnvFromSource prefix:s:1:o configMapRef:*#al:2:o secretRef:*#am:3:o
EnvVar name:s:1 value:s:2:o valueFrom:*#an:3:o
ContainerResizePolicy resourceName:s:1 restartPolicy:s:2
VolumeMount name:s:1 readOnly:b:2:o recursiveReadOnly:*s:7:o mountPath:s:3 subPath:s:4:o mountPropagation:*s:5:o subPathExpr:s:6:o
VolumeDevice name:s:1 devicePath:s:2
Probe :#ao:1:> initialDelaySeconds:i:2:o timeoutSeconds:i:3:o periodSeconds:i:4:o successThreshold:i:5:o failureThreshold:i:6:o terminationGracePeriodSeconds:*l:7:o
Lifecycle postStart:*#ap:1:o preStop:*#ap:2:o
SecurityContext capabilities:*#aq:1:o privileged:*b:2:o seLinuxOptions:*#8h:3:o windowsOptions:*#8i:10:o runAsUser:*l:4:o runAsGroup:*l:8:o runAsNonRoot:*b:5:o readOnlyRootFilesystem:*b:6:o allowPrivilegeEscalation:*b:7:o procMount:*s:9:o seccompProfile:*#8k:11:o appArmorProfile:*#8l:12:o
EphemeralContainerCommon name:s:1 image:s:2:o command:[s:3:o args:[s:4:o workingDir:s:5:o ports:[#87:6:o:m=containerPort;k=containerPort,protocol envFrom:[#88:19:o env:[#89:7:o:m=name;k=name resources:#5b:8:o resizePolicy:[#8a:23:o restartPolicy:*s:24:o volumeMounts:[#8b:9:o:m=mountPath;k=mountPath volumeDevices:[#8c:21:o:m=devicePath;k=devicePath livenessProbe:*#8d:10:o readinessProbe:*#8d:11:o startupProbe:*#8d:22:o lifecycle:*#8e:12:o terminationMessagePath:s:13:o terminationMessagePolicy:s:20:o imagePullPolicy:s:14:o securityContext:*#8f:15:o stdin:b:16:o stdinOnce:b:17:o tty:b:18:o
SELinuxOptions user:s:1:o role:s:2:o type:s:3:o level:s:4:o
WindowsSecurityContextOptions gmsaCredentialSpecName:*s:1:o gmsaCredentialSpec:*s:2:o runAsUserName:*s:3:o hostProcess:*b:4:o
Sysctl name:s:1 value:s:2
SeccompProfile type:s:1 localhostProfile:*s:2:o
AppArmorProfile type:s:1 localhostProfile:*s:2:o
NodeAffinity requiredDuringSchedulingIgnoredDuringExecution:*#85:1:o preferredDuringSchedulingIgnoredDuringExecution:[#ar:2:o
PodAffinity requiredDuringSchedulingIgnoredDuringExecution:[#as:1:o preferredDuringSchedulingIgnoredDuringExecution:[#at:2:o
PodAntiAffinity requiredDuringSchedulingIgnoredDuringExecution:[#as:1:o preferredDuringSchedulingIgnoredDuringExecution:[#at:2:o
PodDNSConfigOption name:s:1:o value:*s:2:o
ResourceClaim name:s:1 request:s:2:o
ContainerState waiting:*#au:1:o running:*#av:2:o terminated:*#aw:3:o
VolumeMountStatus name:s:1 mountPath:s:2 readOnly:b:3:o recursiveReadOnly:*s:4:o
ContainerUser linux:*#ax:1:o
ResourceStatus name:s:1 resources:[#ay:2:o:k=resourceID
ScopedResourceSelectorRequirement scopeName:s:1 operator:s:2 values:[s:3:o
ClientIPConfig timeoutSeconds:*i:1:o
LoadBalancerIngress ip:s:1:o hostname:s:2:o ipMode:*s:3:o ports:[#az:4:o
RollingUpdateDaemonSet maxUnavailable:*I:1:o maxSurge:*I:2:o
RollingUpdateDeployment maxUnavailable:*I:1:o maxSurge:*I:2:o
RollingUpdateStatefulSetStrategy partition:*i:1:o maxUnavailable:*I:2:o
FieldSelectorAttributes rawSelector:s:1:o requirements:[#b0:2:o
LabelSelectorAttributes rawSelector:s:1:o requirements:[#6p:2:o
ObjectMetricSource describedObject:#64:1 target:#b1:2 metric:#b2:3
PodsMetricSource metric:#b2:1 target:#b1:2
ResourceMetricSource name:s:1 target:#b1:2
ContainerResourceMetricSource name:s:1 target:#b1:2 container:s:3
ExternalMetricSource metric:#b2:1 target:#b1:2
HPAScalingRules stabilizationWindowSeconds:*i:3:o selectPolicy:*s:1:o policies:[#b3:2:o
ObjectMetricStatus metric:#b2:1 current:#b4:2 describedObject:#64:3
PodsMetricStatus metric:#b2:1 current:#b4:2
ResourceMetricStatus name:s:1 current:#b4:2
ContainerResourceMetricStatus name:s:1 current:#b4:2 container:s:3
ExternalMetricStatus metric:#b2:1 current:#b4:2
PodFailurePolicyRule action:s:1 onExitCodes:*#b5:2:o onPodConditions:[#b6:3:o
SuccessPolicyRule succeededIndexes:*s:1:o succeededCount:*i:2:o
IngressServiceBackend name:s:1 port:#b7:2:o
IngressRuleValue http:*#b8:1:o
IngressLoadBalancerIngress ip:s:1:o hostname:s:2:o ports:[#b9:4:o
NetworkPolicyPort protocol:*s:1:o port:*I:2:o endPort:*i:3:o
NetworkPolicyPeer podSelector:*#3p:1:o namespaceSelector:*#3p:2:o ipBlock:*#ba:3:o
VolumeNodeResources count:*i:1:o
ServiceReference namespace:s:1 name:s:2 path:*s:3:o port:*i:4:o
Rule apiGroups:[s:1:o apiVersions:[s:2:o resources:[s:3:o scope:*s:4:o
NamedRuleWithOperations! resourceNames:[s:1:o :#6u:2:>:a
ExpressionWarning fieldRef:s:2 warning:s:3
CustomResourceValidation openAPIV3Schema:*#bb:1:o
CustomResourceSubresources status:*R:1:o scale:*#bc:2:o
CustomResourceColumnDefinition name:s:1 type:s:2 format:s:3:o description:s:4:o priority:i:5:o jsonPath:s:6
SelectableField jsonPath:s:1
WebhookConversion clientConfig:*#bd:2:o conversionReviewVersions:[s:3
ForZone name:s:1
Subject kind:s:1 user:*#be:2:o group:*#bf:3:o serviceAccount:*#bg:4:o
ResourcePolicyRule verbs:[s:1::s apiGroups:[s:2::s resources:[s:3::s clusterScope:b:4:o namespaces:[s:5::s
NonResourcePolicyRule verbs:[s:1::s nonResourceURLs:[s:6::s
LimitResponse type:s:1 queuing:*#bh:2:o
SecretReference! name:s:1:o namespace:s:2:o
NodeSelectorTerm! matchExpressions:[#bi:1:o matchFields:[#bi:2:o
EmptyDirVolumeSource medium:s:1:o sizeLimit:*Q:2:o
GitRepoVolumeSource repository:s:1 revision:s:2:o directory:s:3:o
SecretVolumeSource secretName:s:1:o items:[#bj:2:o defaultMode:*i:3:o optional:*b:4:o
ISCSIVolumeSource targetPortal:s:1 iqn:s:2 lun:i:3 iscsiInterface:s:4:o fsType:s:5:o readOnly:b:6:o portals:[s:7:o chapAuthDiscovery:b:8:o chapAuthSession:b:11:o secretRef:*#2f:10:o initiatorName:*s:12:o
GlusterfsVolumeSource endpoints:s:1 path:s:2 readOnly:b:3:o
PersistentVolumeClaimVolumeSource claimName:s:1 readOnly:b:2:o
RBDVolumeSource monitors:[s:1 image:s:2 fsType:s:3:o pool:s:4:o user:s:5:o keyring:s:6:o secretRef:*#2f:7:o readOnly:b:8:o
FlexVolumeSource driver:s:1 fsType:s:2:o secretRef:*#2f:3:o readOnly:b:4:o options:{s:5:o
CinderVolumeSource volumeID:s:1 fsType:s:2:o readOnly:b:3:o secretRef:*#2f:4:o
CephFSVolumeSource monitors:[s:1 path:s:2:o user:s:3:o secretFile:s:4:o secretRef:*#2f:5:o readOnly:b:6:o
DownwardAPIVolumeSource items:[#bk:1:o defaultMode:*i:2:o
AzureFileVolumeSource secretName:s:1 shareName:s:2 readOnly:b:3:o
ConfigMapVolumeSource :#2f:1:> items:[#bj:2:o defaultMode:*i:3:o optional:*b:4:o
ProjectedVolumeSource sources:[#bl:1 defaultMode:*i:2:o
ScaleIOVolumeSource gateway:s:1 system:s:2 secretRef:*#2f:3 sslEnabled:b:4:o protectionDomain:s:5:o storagePool:s:6:o storageMode:s:7:o volumeName:s:8:o fsType:s:9:o readOnly:b:10:o
StorageOSVolumeSource volumeName:s:1:o volumeNamespace:s:2:o fsType:s:3:o readOnly:b:4:o secretRef:*#2f:5:o
CSIVolumeSource driver:s:1 readOnly:*b:2:o fsType:*s:3:o volumeAttributes:{s:4:o nodePublishSecretRef:*#2f:5:o
EphemeralVolumeSource volumeClaimTemplate:*#bm:1:o
ImageVolumeSource reference:s:1:o pullPolicy:s:2:o
ConfigMapEnvSource :#2f:1:> optional:*b:2:o
SecretEnvSource :#2f:1:> optional:*b:2:o
EnvVarSource fieldRef:*#bn:1:o resourceFieldRef:*#bo:2:o configMapKeyRef:*#bp:3:o secretKeyRef:*#bq:4:o
ProbeHandler exec:*#br:1:o httpGet:*#bs:2:o tcpSocket:*#bt:3:o grpc:*#bu:4:o
LifecycleHandler exec:*#br:1:o httpGet:*#bs:2:o tcpSocket:*#bt:3:o sleep:*#bv:4:o
Capabilities add:[s:1:o drop:[s:2:o
PreferredSchedulingTerm weight:i:1 preference:#a1:2
PodAffinityTerm labelSelector:*#3p:1:o namespaces:[s:2:o topologyKey:s:3 namespaceSelector:*#3p:4:o matchLabelKeys:[s:5:o mismatchLabelKeys:[s:6:o
WeightedPodAffinityTerm weight:i:1 podAffinityTerm:#as:2
ContainerStateWaiting reason:s:1:o message:s:2:o
ContainerStateRunning startedAt:T:1:o
ContainerStateTerminated exitCode:i:1 signal:i:2:o reason:s:3:o message:s:4:o startedAt:T:5:o finishedAt:T:6:o containerID:s:7:o
LinuxContainerUser uid:l:1 gid:l:2 supplementalGroups:[l:3:o
ResourceHealth resourceID:s:1 health:s:2:o
PortStatus port:i:1 protocol:s:2 error:*s:3:o
FieldSelectorRequirement key:s:1 operator:s:2 values:[s:3:o
MetricTarget type:s:1 value:*Q:2:o averageValue:*Q:3:o averageUtilization:*i:4:o
MetricIdentifier name:s:1 selector:*#3p:2:o
HPAScalingPolicy type:s:1 value:i:2 periodSeconds:i:3
MetricValueStatus value:*Q:1:o averageValue:*Q:2:o averageUtilization:*i:3:o
PodFailurePolicyOnExitCodesRequirement containerName:*s:1:o operator:s:2 values:[i:3::s
PodFailurePolicyOnPodConditionsPattern type:s:1 status:s:2
ServiceBackendPort! name:s:1:o number:i:2:o
HTTPIngressRuleValue paths:[#bw:1
IngressPortStatus port:i:1 protocol:s:2 error:*s:3:o
IPBlock cidr:s:1 except:[s:2:o
JSONSchemaProps id:s:1:o $schema:s:2:o $ref:*s:3:o description:s:4:o type:s:5:o format:s:6:o title:s:7:o default:*R:8:o maximum:*f:9:o exclusiveMaximum:b:10:o minimum:*f:11:o exclusiveMinimum:b:12:o maxLength:*l:13:o minLength:*l:14:o pattern:s:15:o maxItems:*l:16:o minItems:*l:17:o uniqueItems:b:18:o multipleOf:*f:19:o enum:[R:20:o maxProperties:*l:21:o minProperties:*l:22:o required:[s:23:o items:*R:24:o allOf:[#bb:25:o oneOf:[#bb:26:o anyOf:[#bb:27:o not:*#bb:28:o properties:{#bb:29:o additionalProperties:*R:30:o patternProperties:{#bb:31:o dependencies:{R:32:o additionalItems:*R:33:o definitions:{#bb:34:o externalDocs:*#bx:35:o example:*R:36:o nullable:b:37:o x-kubernetes-preserve-unknown-fields:*b:38:o x-kubernetes-embedded-resource:b:39:o x-kubernetes-int-or-string:b:40:o x-kubernetes-list-map-keys:[s:41:o x-kubernetes-list-type:*s:42:o x-kubernetes-map-type:*s:43:o x-kubernetes-validations:[#by:44:o:m=rule;k=rule
CustomResourceSubresourceScale specReplicasPath:s:1 statusReplicasPath:s:2 labelSelectorPath:*s:3:o
WebhookClientConfig url:*s:3:o service:*#bz:1:o caBundle:y:2:o
UserSubject name:s:1
GroupSubject name:s:1
ServiceAccountSubject namespace:s:1 name:s:2
QueuingConfiguration queues:i:1 handSize:i:2 queueLengthLimit:i:3
NodeSelectorRequirement key:s:1 operator:s:2 values:[s:3:o
KeyToPath key:s:1 path:s:2 mode:*i:3:o
DownwardAPIVolumeFile path:s:1 fieldRef:*#bn:2:o resourceFieldRef:*#bo:3:o mode:*i:4:o
VolumeProjection secret:*#c0:1:o downwardAPI:*#c1:2:o configMap:*#c2:3:o serviceAccountToken:*#c3:4:o clusterTrustBundle:*#c4:5:o
PersistentVolumeClaimTemplate metadata:#1r:1:o spec:#22:2
ObjectFieldSelector! apiVersion:s:1:o fieldPath:s:2
ResourceFieldSelector! containerName:s:1:o resource:s:2 divisor:Q:3:o
ConfigMapKeySelector! :#2f:1:>:a key:s:2 optional:*b:3:o
SecretKeySelector! :#2f:1:>:a key:s:2 optional:*b:3:o
ExecAction command:[s:1:o
HTTPGetAction path:s:1:o port:I:2 host:s:3:o scheme:s:4:o httpHeaders:[#c5:5:o
TCPSocketAction port:I:1 host:s:2:o
GRPCAction port:i:1 service:*s:2
SleepAction seconds:l:1
HTTPIngressPath path:s:1:o pathType:*s:3 backend:#6h:2
ExternalDocumentation description:s:1:o url:s:2:o
ValidationRule rule:s:1 message:s:2:o messageExpression:s:3:o reason:*s:4:o fieldPath:s:5:o optionalOldSelf:*b:6:o
ServiceReference namespace:s:1 name:s:2 path:*s:3:o port:*i:4:o
SecretProjection :#2f:1:> items:[#bj:2:o optional:*b:4:o
DownwardAPIProjection items:[#bk:1:o
ConfigMapProjection :#2f:1:> items:[#bj:2:o optional:*b:4:o
ServiceAccountTokenProjection audience:s:1:o expirationSeconds:*l:2:o path:s:3
ClusterTrustBundleProjection name:*s:1:o signerName:*s:2:o labelSelector:*#3p:3:o optional:*b:5:o path:s:4
HTTPHeader name:s:1 value:s:2
`
