// Written by scripts/api-server-facts.ts from Kubernetes 1.32; do not edit.

/** What the server serves: a line for each resource, each followed by its subresources. */
export const resourcesFacts = `
core v1 bindings binding Binding N create - - -
core v1 componentstatuses componentstatus ComponentStatus C get,list cs - -
core v1 configmaps configmap ConfigMap N create,delete,deletecollection,get,list,patch,update,watch cm - qFsyl6wFWjQ=
core v1 endpoints endpoints Endpoints N create,delete,deletecollection,get,list,patch,update,watch ep - fWeeMqaN/OA=
core v1 events event Event N create,delete,deletecollection,get,list,patch,update,watch ev - r2yiGXH7wu8=
core v1 limitranges limitrange LimitRange N create,delete,deletecollection,get,list,patch,update,watch limits - EBKMFVe6cwo=
core v1 namespaces namespace Namespace C create,delete,get,list,patch,update,watch ns - Q3oi5N2YM8M=
/finalize - - Namespace update
/status - - Namespace get,patch,update
core v1 nodes node Node C create,delete,deletecollection,get,list,patch,update,watch no - XwShjMxG9Fs=
/proxy - - NodeProxyOptions create,delete,get,patch,update
/status - - Node get,patch,update
core v1 persistentvolumeclaims persistentvolumeclaim PersistentVolumeClaim N create,delete,deletecollection,get,list,patch,update,watch pvc - QWTyNDq0dC4=
/status - - PersistentVolumeClaim get,patch,update
core v1 persistentvolumes persistentvolume PersistentVolume C create,delete,deletecollection,get,list,patch,update,watch pv - HN/zwEC+JgM=
/status - - PersistentVolume get,patch,update
core v1 pods pod Pod N create,delete,deletecollection,get,list,patch,update,watch po all xPOwRZ+Yhw8=
/attach - - PodAttachOptions create,get
/binding - - Binding create
/ephemeralcontainers - - Pod get,patch,update
/eviction policy v1 Eviction create
/exec - - PodExecOptions create,get
/log - - Pod get
/portforward - - PodPortForwardOptions create,get
/proxy - - PodProxyOptions create,delete,get,patch,update
/status - - Pod get,patch,update
core v1 podtemplates podtemplate PodTemplate N create,delete,deletecollection,get,list,patch,update,watch - - LIXB2x4IFpk=
core v1 replicationcontrollers replicationcontroller ReplicationController N create,delete,deletecollection,get,list,patch,update,watch rc all Jond2If31h0=
/scale autoscaling v1 Scale get,patch,update
/status - - ReplicationController get,patch,update
core v1 resourcequotas resourcequota ResourceQuota N create,delete,deletecollection,get,list,patch,update,watch quota - 8uhSgffRX6w=
/status - - ResourceQuota get,patch,update
core v1 secrets secret Secret N create,delete,deletecollection,get,list,patch,update,watch - - S6u1pOWzb84=
core v1 serviceaccounts serviceaccount ServiceAccount N create,delete,deletecollection,get,list,patch,update,watch sa - pbx9ZvyFpBE=
/token authentication.k8s.io v1 TokenRequest create
core v1 services service Service N create,delete,deletecollection,get,list,patch,update,watch svc all 0/CO1lhkEBI=
/proxy - - ServiceProxyOptions create,delete,get,patch,update
/status - - Service get,patch,update
apiregistration.k8s.io v1 apiservices apiservice APIService C create,delete,deletecollection,get,list,patch,update,watch - api-extensions InPBPD7+PqM=
/status - - APIService get,patch,update
apps v1 controllerrevisions controllerrevision ControllerRevision N create,delete,deletecollection,get,list,patch,update,watch - - 85nkx63pcBU=
apps v1 daemonsets daemonset DaemonSet N create,delete,deletecollection,get,list,patch,update,watch ds all dd7pWHUlMKQ=
/status - - DaemonSet get,patch,update
apps v1 deployments deployment Deployment N create,delete,deletecollection,get,list,patch,update,watch deploy all 8aSe+NMegvE=
/scale autoscaling v1 Scale get,patch,update
/status - - Deployment get,patch,update
apps v1 replicasets replicaset ReplicaSet N create,delete,deletecollection,get,list,patch,update,watch rs all P1RzHs8/mWQ=
/scale autoscaling v1 Scale get,patch,update
/status - - ReplicaSet get,patch,update
apps v1 statefulsets statefulset StatefulSet N create,delete,deletecollection,get,list,patch,update,watch sts all H+vl74LkKdo=
/scale autoscaling v1 Scale get,patch,update
/status - - StatefulSet get,patch,update
events.k8s.io v1 events event Event N create,delete,deletecollection,get,list,patch,update,watch ev - r2yiGXH7wu8=
authentication.k8s.io v1 selfsubjectreviews selfsubjectreview SelfSubjectReview C create - - -
authentication.k8s.io v1 tokenreviews tokenreview TokenReview C create - - -
authorization.k8s.io v1 localsubjectaccessreviews localsubjectaccessreview LocalSubjectAccessReview N create - - -
authorization.k8s.io v1 selfsubjectaccessreviews selfsubjectaccessreview SelfSubjectAccessReview C create - - -
authorization.k8s.io v1 selfsubjectrulesreviews selfsubjectrulesreview SelfSubjectRulesReview C create - - -
authorization.k8s.io v1 subjectaccessreviews subjectaccessreview SubjectAccessReview C create - - -
autoscaling v2 horizontalpodautoscalers horizontalpodautoscaler HorizontalPodAutoscaler N create,delete,deletecollection,get,list,patch,update,watch hpa all qwQve8ut294=
/status - - HorizontalPodAutoscaler get,patch,update
autoscaling v1 horizontalpodautoscalers horizontalpodautoscaler HorizontalPodAutoscaler N create,delete,deletecollection,get,list,patch,update,watch hpa all qwQve8ut294=
/status - - HorizontalPodAutoscaler get,patch,update
batch v1 cronjobs cronjob CronJob N create,delete,deletecollection,get,list,patch,update,watch cj all sd5LIXh4Fjs=
/status - - CronJob get,patch,update
batch v1 jobs job Job N create,delete,deletecollection,get,list,patch,update,watch - all mudhfqk/qZY=
/status - - Job get,patch,update
certificates.k8s.io v1 certificatesigningrequests certificatesigningrequest CertificateSigningRequest C create,delete,deletecollection,get,list,patch,update,watch csr - 95fRKMXA+00=
/approval - - CertificateSigningRequest get,patch,update
/status - - CertificateSigningRequest get,patch,update
networking.k8s.io v1 ingressclasses ingressclass IngressClass C create,delete,deletecollection,get,list,patch,update,watch - - l/iqIbDgFyQ=
networking.k8s.io v1 ingresses ingress Ingress N create,delete,deletecollection,get,list,patch,update,watch ing - 39NQlfNR+bo=
/status - - Ingress get,patch,update
networking.k8s.io v1 networkpolicies networkpolicy NetworkPolicy N create,delete,deletecollection,get,list,patch,update,watch netpol - YpfwF18m1G8=
policy v1 poddisruptionbudgets poddisruptionbudget PodDisruptionBudget N create,delete,deletecollection,get,list,patch,update,watch pdb - EVWiDmWqyJw=
/status - - PodDisruptionBudget get,patch,update
rbac.authorization.k8s.io v1 clusterrolebindings clusterrolebinding ClusterRoleBinding C create,delete,deletecollection,get,list,patch,update,watch - - 48tpQ8gZHFc=
rbac.authorization.k8s.io v1 clusterroles clusterrole ClusterRole C create,delete,deletecollection,get,list,patch,update,watch - - bYE5ZWDrJ44=
rbac.authorization.k8s.io v1 rolebindings rolebinding RoleBinding N create,delete,deletecollection,get,list,patch,update,watch - - eGsCzGH6b1g=
rbac.authorization.k8s.io v1 roles role Role N create,delete,deletecollection,get,list,patch,update,watch - - 7FuwZcIIItM=
storage.k8s.io v1 csidrivers csidriver CSIDriver C create,delete,deletecollection,get,list,patch,update,watch - - hL6j/rwBV5w=
storage.k8s.io v1 csinodes csinode CSINode C create,delete,deletecollection,get,list,patch,update,watch - - Pe62DkZtjuo=
storage.k8s.io v1 csistoragecapacities csistoragecapacity CSIStorageCapacity N create,delete,deletecollection,get,list,patch,update,watch - - xeVl+2Ly1kE=
storage.k8s.io v1 storageclasses storageclass StorageClass C create,delete,deletecollection,get,list,patch,update,watch sc - K+m6uJwbjGY=
storage.k8s.io v1 volumeattachments volumeattachment VolumeAttachment C create,delete,deletecollection,get,list,patch,update,watch - - tJx/ezt6UDU=
/status - - VolumeAttachment get,patch,update
admissionregistration.k8s.io v1 mutatingwebhookconfigurations mutatingwebhookconfiguration MutatingWebhookConfiguration C create,delete,deletecollection,get,list,patch,update,watch - api-extensions Sqi0GUgDaX0=
admissionregistration.k8s.io v1 validatingadmissionpolicies validatingadmissionpolicy ValidatingAdmissionPolicy C create,delete,deletecollection,get,list,patch,update,watch - api-extensions 6OxvlMmQ6is=
/status - - ValidatingAdmissionPolicy get,patch,update
admissionregistration.k8s.io v1 validatingadmissionpolicybindings validatingadmissionpolicybinding ValidatingAdmissionPolicyBinding C create,delete,deletecollection,get,list,patch,update,watch - api-extensions v9715VZqakg=
admissionregistration.k8s.io v1 validatingwebhookconfigurations validatingwebhookconfiguration ValidatingWebhookConfiguration C create,delete,deletecollection,get,list,patch,update,watch - api-extensions B0wHjQmsGNk=
apiextensions.k8s.io v1 customresourcedefinitions customresourcedefinition CustomResourceDefinition C create,delete,deletecollection,get,list,patch,update,watch crd,crds api-extensions jfWCUB31mvA=
/status - - CustomResourceDefinition get,patch,update
scheduling.k8s.io v1 priorityclasses priorityclass PriorityClass C create,delete,deletecollection,get,list,patch,update,watch pc - 1QwjyaZjj3Y=
coordination.k8s.io v1 leases lease Lease N create,delete,deletecollection,get,list,patch,update,watch - - gqkMMb/YqFM=
node.k8s.io v1 runtimeclasses runtimeclass RuntimeClass C create,delete,deletecollection,get,list,patch,update,watch - - WQTu1GL3T2Q=
discovery.k8s.io v1 endpointslices endpointslice EndpointSlice N create,delete,deletecollection,get,list,patch,update,watch - - qgS0xkrxYAI=
flowcontrol.apiserver.k8s.io v1 flowschemas flowschema FlowSchema C create,delete,deletecollection,get,list,patch,update,watch - - GJVAJZSZBIw=
/status - - FlowSchema get,patch,update
flowcontrol.apiserver.k8s.io v1 prioritylevelconfigurations prioritylevelconfiguration PriorityLevelConfiguration C create,delete,deletecollection,get,list,patch,update,watch - - Kir5PVfvNeI=
/status - - PriorityLevelConfiguration get,patch,update
`
