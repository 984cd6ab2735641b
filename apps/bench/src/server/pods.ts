/** Writes pods of about 7 kB, of which 38 % are managedFields, as an API server sends them: compact JSON. */

const labels = '"app":"web","pod-template-hash":"6d4b75cb6d","team":"platform","tier":"frontend"'

const container = (name: string): string =>
  JSON.stringify({
    name,
    image: `registry.example.com/platform/${name}:v1.42.7`,
    args: ['--config=/etc/app/config.yaml', '--log-level=info', '--listen=0.0.0.0:8080'],
    ports: [
      { name: 'http', containerPort: 8080, protocol: 'TCP' },
      { name: 'metrics', containerPort: 9090, protocol: 'TCP' },
    ],
    env: Array.from({ length: 8 }, (_, index) => ({
      name: `SETTING_${index}`,
      value: `value-of-setting-${index}`,
    })),
    resources: { limits: { cpu: '500m', memory: '512Mi' }, requests: { cpu: '100m', memory: '128Mi' } },
    volumeMounts: [
      { name: 'config', mountPath: '/etc/app', readOnly: true },
      { name: 'kube-api-access', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', readOnly: true },
    ],
    livenessProbe: { httpGet: { path: '/healthz', port: 'http', scheme: 'HTTP' }, periodSeconds: 10 },
    readinessProbe: { httpGet: { path: '/readyz', port: 'http', scheme: 'HTTP' }, periodSeconds: 5 },
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
  })

const fieldsOf = (containers: readonly string[], fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    containers.map((name) => [
      `k:{"name":"${name}"}`,
      Object.fromEntries(fields.map((field) => [`f:${field}`, {}])),
    ]),
  )

const managed = JSON.stringify([
  {
    manager: 'kube-controller-manager',
    operation: 'Update',
    apiVersion: 'v1',
    time: '2026-11-01T10:00:00Z',
    fieldsType: 'FieldsV1',
    fieldsV1: {
      'f:metadata': {
        'f:generateName': {},
        'f:labels': { '.': {}, 'f:app': {}, 'f:team': {}, 'f:tier': {} },
      },
      'f:spec': {
        'f:containers': fieldsOf(
          ['web', 'sidecar'],
          [
            'name',
            'image',
            'args',
            'ports',
            'env',
            'resources',
            'volumeMounts',
            'livenessProbe',
            'readinessProbe',
          ],
        ),
        'f:dnsPolicy': {},
        'f:restartPolicy': {},
        'f:schedulerName': {},
        'f:securityContext': {},
        'f:terminationGracePeriodSeconds': {},
        'f:volumes': Object.fromEntries(
          Array.from({ length: 17 }, (_, index) => [
            `k:{"name":"volume-${index}"}`,
            { '.': {}, 'f:name': {}, 'f:configMap': {} },
          ]),
        ),
      },
    },
  },
  {
    manager: 'kubelet',
    operation: 'Update',
    apiVersion: 'v1',
    time: '2026-11-01T10:00:05Z',
    fieldsType: 'FieldsV1',
    fieldsV1: {
      'f:status': {
        'f:conditions': Object.fromEntries(
          ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map((type) => [
            `k:{"type":"${type}"}`,
            { '.': {}, 'f:lastProbeTime': {}, 'f:lastTransitionTime': {}, 'f:status': {}, 'f:type': {} },
          ]),
        ),
        'f:containerStatuses': {},
        'f:hostIP': {},
        'f:phase': {},
        'f:podIP': {},
        'f:podIPs': { '.': {}, 'k:{"ip":"10.0.0.1"}': { '.': {}, 'f:ip': {} } },
        'f:startTime': {},
      },
    },
    subresource: 'status',
  },
])

const spec = `{"volumes":[{"name":"config","configMap":{"name":"web","defaultMode":420}},{"name":"kube-api-access","projected":{"sources":[{"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},{"configMap":{"name":"kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}}],"defaultMode":420}}],"containers":[${container('web')},${container('sidecar')}],"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","serviceAccountName":"web","nodeName":"node-`

const status = (version: number): string =>
  `"},"status":{"phase":"Running","conditions":[{"type":"Initialized","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-11-01T10:00:01Z"},{"type":"Ready","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-11-01T10:00:05Z"},{"type":"PodScheduled","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-11-01T10:00:00Z"}],"hostIP":"192.168.1.10","podIP":"10.0.0.1","startTime":"2026-11-01T10:00:01Z","containerStatuses":[{"name":"web","ready":true,"started":true,"restartCount":${version % 100},"image":"registry.example.com/platform/web:v1.42.7","imageID":"sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","containerID":"containerd://0123456789abcdef0123456789abcdef"}],"qosClass":"Burstable"}}`

/** Pod number `index` at resourceVersion `version`; with its kind and apiVersion in watch events, without in lists. */
export function podJson(index: number, version: number, inList: boolean): string {
  const number = String(index).padStart(6, '0')
  const head = inList ? '{' : '{"kind":"Pod","apiVersion":"v1",'
  return `${head}"metadata":{"name":"web-${number}","generateName":"web-","namespace":"ns-${index % 50}","uid":"00000000-0000-4000-8000-000000${number}","resourceVersion":"${version}","creationTimestamp":"2026-11-01T10:00:00Z","labels":{${labels},"shard":"${index % 16}"},"annotations":{"checksum/config":"0123456789abcdef0123456789abcdef"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"web-6d4b75cb6d","uid":"11111111-0000-4000-8000-000000000000","controller":true,"blockOwnerDeletion":true}],"managedFields":${managed}},"spec":${spec}${index % 500}${status(version)}`
}
