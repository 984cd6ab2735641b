import { asArray, asNumber, asObject, asString, type ApiObject, type JsonObject } from '../codec/json.ts'
import { created, objects, optional, shortened, strings, type Printers } from './printer.ts'
import { mapText, selectorText } from './selector-text.ts'

/** The printers of services and what leads to them. */
export const networkPrinters: Printers = [
  [
    'services',
    (object, now) => {
      const spec = asObject(object['spec'])
      const [address = asString(spec['clusterIP'])] = strings(spec['clusterIPs'])
      const ports = objects(spec['ports']).map(({ port, nodePort, protocol }) => {
        const mapped = asNumber(nodePort) > 0 ? `:${asNumber(nodePort)}` : ''
        return `${asNumber(port)}${mapped}/${asString(protocol)}`
      })
      return [
        object.metadata.name,
        asString(spec['type']),
        address || '<none>',
        externalAddress(object, spec),
        ports.join(',') || '<none>',
        created(object, now),
        mapText(spec['selector']),
      ]
    },
  ],
  ['endpoints', (object, now) => [object.metadata.name, endpoints(object), created(object, now)]],
  [
    'endpointslices.discovery.k8s.io',
    (object, now) => {
      const ports = objects(object['ports']).map(({ port, name }) => optional(port, optional(name, '*')))
      const addresses = objects(object['endpoints']).flatMap((each) => strings(each['addresses']))
      return [
        object.metadata.name,
        asString(object['addressType']),
        shortened(ports, '<unset>'),
        shortened(addresses, '<unset>'),
        created(object, now),
      ]
    },
  ],
  [
    'ingresses.networking.k8s.io',
    (object, now) => {
      const spec = asObject(object['spec'])
      return [
        object.metadata.name,
        optional(spec['ingressClassName'], '<none>'),
        hosts(objects(spec['rules'])),
        balancers(object),
        asArray(spec['tls']).length > 0 ? '80, 443' : '80',
        created(object, now),
      ]
    },
  ],
  [
    'ingressclasses.networking.k8s.io',
    (object, now) => {
      const { controller, parameters } = asObject(object['spec'])
      const { kind, apiGroup, name } = asObject(parameters)
      const group = typeof apiGroup === 'string' ? `.${apiGroup}` : ''
      const shown = parameters === undefined ? '<none>' : `${asString(kind)}${group}/${asString(name)}`
      return [object.metadata.name, asString(controller), shown, created(object, now)]
    },
  ],
  [
    'networkpolicies.networking.k8s.io',
    (object, now) => [
      object.metadata.name,
      selectorText(asObject(object['spec'])['podSelector']),
      created(object, now),
    ],
  ],
]

function externalAddress(object: ApiObject, spec: JsonObject): string {
  const external = strings(spec['externalIPs'])
  switch (spec['type']) {
    case 'ClusterIP':
    case 'NodePort':
      return external.join(',') || '<none>'
    case 'LoadBalancer':
      return [balancers(object), ...external].filter((each) => each !== '').join(',') || '<pending>'
    case 'ExternalName':
      return asString(spec['externalName'])
    default:
      return '<unknown>'
  }
}

function balancers(object: ApiObject): string {
  const { ingress } = asObject(asObject(object['status'])['loadBalancer'])
  const all = objects(ingress).map(({ ip, hostname }) => asString(ip) || asString(hostname))
  return [...new Set(all)]
    .filter((each) => each !== '')
    .toSorted()
    .join(',')
}

function endpoints(object: ApiObject): string {
  const subsets = objects(object['subsets'])
  if (subsets.length === 0) return '<none>'
  const all = subsets.flatMap(({ addresses, ports }) => {
    const ips = objects(addresses).map(({ ip }) => asString(ip))
    const numbers = objects(ports).map(({ port }) => asNumber(port))
    if (numbers.length === 0) return ips
    return numbers.flatMap((number) => ips.map((ip) => `${ip.includes(':') ? `[${ip}]` : ip}:${number}`))
  })
  return shortened(all, '')
}

function hosts(rules: readonly JsonObject[]): string {
  const shown: string[] = []
  let more = false
  for (const { host } of rules) {
    if (shown.length === 3) more = true
    else if (asString(host) !== '') shown.push(asString(host))
  }
  if (shown.length === 0) return '*'
  return more ? `${shown.join(',')} + ${rules.length - 3} more...` : shown.join(',')
}
