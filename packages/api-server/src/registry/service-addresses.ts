import { asArray, asNumber, asObject, asString, type ApiObject, type JsonObject } from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { fill } from './fill.ts'
import type { ServedResource } from './resource.ts'
import type { ServiceAllocator } from './service-allocator.ts'

/** A service with its cluster address and node ports, and what it asks for but cannot have. */
export function addressed(
  allocator: ServiceAllocator,
  { storage }: ServedResource,
  service: ApiObject,
  before?: ApiObject,
): { readonly object: ApiObject; readonly errors: readonly FieldError[] } {
  if (storage !== 'services' || service['spec'] === before?.['spec']) return { object: service, errors: [] }
  const spec = { ...asObject(service['spec']) }
  const object = { ...service, spec }
  if (spec['type'] === 'ExternalName') {
    for (const field of ['clusterIP', 'clusterIPs']) delete spec[field]
    return { object, errors: [] }
  }
  const old = asObject(before?.['spec'])
  // What is handed out is written down after who set what.
  fill(spec, {
    ipFamilies: old['ipFamilies'] ?? ['IPv4'],
    ipFamilyPolicy: old['ipFamilyPolicy'] ?? 'SingleStack',
  })
  return { object, errors: [...addresses(allocator, spec, old), ...ports(allocator, spec, old)] }
}

function addresses(allocator: ServiceAllocator, spec: JsonObject, old: JsonObject): readonly FieldError[] {
  const had = asString(old['clusterIP'])
  if (asString(spec['clusterIP']) === '') spec['clusterIP'] = had === '' ? allocator.address() : had
  const address = asString(spec['clusterIP'])
  spec['clusterIPs'] = [address]
  if (address === 'None' || address === had) return []
  const refused = (why: string): readonly FieldError[] => {
    const message = `Invalid value: []string{${JSON.stringify(address)}}: failed to allocate IP ${address}: ${why}`
    return [{ field: 'spec.clusterIPs', reason: 'FieldValueInvalid', message }]
  }
  if (had !== '' && had !== 'None') {
    const message = `Invalid value: []string{${JSON.stringify(address)}}: may not change once set`
    return [{ field: 'spec.clusterIPs[0]', reason: 'FieldValueInvalid', message }]
  }
  if (!allocator.range.has(address)) {
    return refused(
      `the provided IP (${address}) is not in the valid range. The range of valid IPs is ${allocator.range.text}`,
    )
  }
  return allocator.isTaken(address) ? refused('provided IP is already allocated') : []
}

function ports(allocator: ServiceAllocator, spec: JsonObject, old: JsonObject): readonly FieldError[] {
  const wants =
    spec['type'] === 'NodePort' ||
    (spec['type'] === 'LoadBalancer' && spec['allocateLoadBalancerNodePorts'] !== false)
  const errors: FieldError[] = []
  const before = asArray(old['ports']).map(asObject)
  const own = new Set(before.map(({ nodePort }) => asNumber(nodePort)))
  const given = new Set<number>()
  const all: unknown[] = []
  for (const [at, each] of asArray(spec['ports']).entries()) {
    const port = asObject(each)
    const asked = asNumber(port['nodePort'])
    if (!wants) {
      all.push(spec['type'] === 'ClusterIP' ? withoutNodePort(port) : port)
      continue
    }
    const same = before.find((one) => one['port'] === port['port'] && one['protocol'] === port['protocol'])
    const kept = asNumber(same?.['nodePort'])
    const nodePort = asked !== 0 ? asked : kept !== 0 ? kept : allocator.port(given)
    if (asked !== 0 && !own.has(asked) && allocator.isPortTaken(asked)) {
      const message = `Invalid value: ${asked}: provided port is already allocated`
      errors.push({ field: `spec.ports[${at}].nodePort`, reason: 'FieldValueInvalid', message })
    }
    if (nodePort !== undefined) given.add(nodePort)
    all.push({ ...port, nodePort })
  }
  spec['ports'] = all
  return errors
}

/** A service that is only reached inside of the cluster gives its node ports back. */
function withoutNodePort({ nodePort: _given, ...port }: JsonObject): JsonObject {
  return port
}
