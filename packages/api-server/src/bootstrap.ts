import type { Backend } from './backend.ts'
import { decodeObject } from './verbs/body.ts'
import { namespacesOf, systemNamespaces } from './verbs/namespaces.ts'
import { createObject } from './verbs/writer.ts'

const options = { dryRun: false, fieldValidation: 'Strict' } as const

/** Puts in what every cluster has from the start. */
export function bootstrap(backend: Backend): void {
  const namespaces = namespacesOf(backend)
  for (const name of systemNamespaces) {
    const { object } = decodeObject(namespaces, { metadata: { name } }, options, [])
    createObject(backend, namespaces, '', object)
  }
  const classes = backend.registry.get('scheduling.k8s.io', 'v1', 'priorityclasses')
  if (classes === undefined) return
  const system = [
    { name: 'system-cluster-critical', value: 2_000_000_000 },
    { name: 'system-node-critical', value: 2_000_001_000 },
  ]
  for (const { name, value } of system) {
    const { object } = decodeObject(classes, { metadata: { name }, value }, options, [])
    createObject(backend, classes, '', object)
  }
}
