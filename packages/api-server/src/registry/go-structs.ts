/*
 * The Go structs whose values errors print whole, field by field and in Go's order: `Name:type`, where the type is one
 * of s (string), b (bool), i (integer), q (quantity list), * (pointer to), [] (list of), {} (map of strings) or the name
 * of a struct. JSON names are Go's with a small first letter, unless they stand behind a second colon.
 */
const facts = `
v1.OwnerReference APIVersion:s:apiVersion Kind:s Name:s UID:s:uid Controller:*bool BlockOwnerDeletion:*bool
v1.ObjectMeta Name:s GenerateName:s Namespace:s SelfLink:s UID:s:uid ResourceVersion:s Generation:i CreationTimestamp:time DeletionTimestamp:*time DeletionGracePeriodSeconds:*int64 Labels:map Annotations:map OwnerReferences:[]v1.OwnerReference Finalizers:[]string ManagedFields:[]v1.ManagedFieldsEntry
core.PodTemplateSpec ObjectMeta:v1.ObjectMeta:metadata Spec:core.PodSpec
core.PodSpec Volumes:[]core.Volume InitContainers:[]core.Container Containers:[]core.Container EphemeralContainers:[]core.EphemeralContainer RestartPolicy:s TerminationGracePeriodSeconds:*int64 ActiveDeadlineSeconds:*int64 DNSPolicy:s:dnsPolicy NodeSelector:map ServiceAccountName:s AutomountServiceAccountToken:*bool NodeName:s SecurityContext:*core.PodSecurityContext ImagePullSecrets:[]core.LocalObjectReference Hostname:s Subdomain:s SetHostnameAsFQDN:*bool:setHostnameAsFQDN Affinity:*core.Affinity SchedulerName:s Tolerations:[]core.Toleration HostAliases:[]core.HostAlias PriorityClassName:s Priority:*int32 PreemptionPolicy:*core.PreemptionPolicy DNSConfig:*core.PodDNSConfig:dnsConfig ReadinessGates:[]core.PodReadinessGate RuntimeClassName:*string Overhead:core.ResourceList EnableServiceLinks:*bool TopologySpreadConstraints:[]core.TopologySpreadConstraint OS:*core.PodOS:os SchedulingGates:[]core.PodSchedulingGate ResourceClaims:[]core.PodResourceClaim Resources:*core.ResourceRequirements
core.Container Name:s Image:s Command:[]string Args:[]string WorkingDir:s Ports:[]core.ContainerPort EnvFrom:[]core.EnvFromSource Env:[]core.EnvVar Resources:core.ResourceRequirements ResizePolicy:[]core.ContainerResizePolicy RestartPolicy:*core.ContainerRestartPolicy VolumeMounts:[]core.VolumeMount VolumeDevices:[]core.VolumeDevice LivenessProbe:*core.Probe ReadinessProbe:*core.Probe StartupProbe:*core.Probe Lifecycle:*core.Lifecycle TerminationMessagePath:s TerminationMessagePolicy:s ImagePullPolicy:s SecurityContext:*core.SecurityContext Stdin:b StdinOnce:b TTY:b:tty
core.ResourceRequirements Limits:core.ResourceList Requests:core.ResourceList Claims:[]core.ResourceClaim
core.EnvVar Name:s Value:s ValueFrom:*core.EnvVarSource
core.ContainerPort Name:s HostPort:i ContainerPort:i Protocol:s HostIP:s:hostIP
core.Toleration Key:s Operator:s Value:s Effect:s TolerationSeconds:*int64
core.LocalObjectReference Name:s
core.VolumeMount Name:s ReadOnly:b RecursiveReadOnly:*core.RecursiveReadOnlyMode MountPath:s SubPath:s MountPropagation:*core.MountPropagationMode SubPathExpr:s
core.HostAlias IP:s:ip Hostnames:[]string
core.PodSchedulingGate Name:s
`

/** A field of a Go struct. */
export interface GoField {
  readonly name: string
  readonly json: string
  readonly type: string
}

const structs = new Map(
  facts
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...fields] = line.split(' ')
      return [name, fields.map(goField)] as const
    }),
)

function goField(text: string): GoField {
  const [name = '', type = '', json = `${name.charAt(0).toLowerCase()}${name.slice(1)}`] = text.split(':')
  return { name, json, type }
}

/** The fields of a Go struct by its name; of one that is not known, as far as a value tells. */
export function goFields(type: string, value: Readonly<Record<string, unknown>>): readonly GoField[] {
  const known = structs.get(type)
  if (known !== undefined) return known
  return Object.keys(value).map((json) => {
    const name = `${json.charAt(0).toUpperCase()}${json.slice(1)}`
    return { name, json, type: typeof value[json] === 'string' ? 's' : 'any' }
  })
}
