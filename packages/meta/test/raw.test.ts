import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type {
  CoreV1Event,
  V1CapacityRequestPolicy,
  V1ConfigMap,
  V1DeviceAttribute,
  V1CustomResourceDefinitionVersion,
  V1Deployment,
  V1JSONSchemaProps,
  V1ListMeta,
  V1Namespace,
  V1NetworkPolicyIngressRule,
  V1Pod,
  V1PodTemplateSpec,
  V1ServicePort,
} from '@kubernetes/client-node'
import type { KubernetesObject, ObjectMeta, Raw } from '@rxkube/meta'
import { describe, expect, expectTypeOf, it } from 'vitest'

type Pod = Raw<V1Pod>

describe('Raw', () => {
  it('has timestamps as strings', () => {
    expectTypeOf<Pod['metadata']['creationTimestamp']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Raw<CoreV1Event>['eventTime']>().toEqualTypeOf<string | undefined>()
  })

  it('always has metadata, and a spec that has required fields', () => {
    expectTypeOf<Pod['metadata']['name']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Pod['spec']['nodeName']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Pod['spec']['containers'][0]['name']>().toEqualTypeOf<string>()
    expectTypeOf<Raw<V1Deployment>['spec']['template']['spec']>().exclude(undefined).toBeObject()
    expectTypeOf<undefined>().toExtend<Pod['status']>()
    expectTypeOf<undefined>().toExtend<Raw<V1Namespace>['spec']>()
    // A template is no object of its own: its metadata may be missing.
    expectTypeOf<undefined>().toExtend<Raw<V1PodTemplateSpec>['metadata']>()
    const bare: Raw<V1Namespace> = { metadata: { name: 'a' } }
    expect(bare.metadata.name).toBe('a')
  })

  it('is an object of Kubernetes', () => {
    expectTypeOf<Pod>().toExtend<KubernetesObject>()
    expectTypeOf<Pod['metadata']>().toExtend<ObjectMeta>()
    expectTypeOf<ObjectMeta>().toExtend<Pod['metadata']>()
    expectTypeOf<Raw<V1ConfigMap>['data']>().toEqualTypeOf<{ [key: string]: string } | undefined>()
  })

  it('keeps a number or text as such', () => {
    expectTypeOf<Raw<V1ServicePort>['targetPort']>().toEqualTypeOf<number | string | undefined>()
  })

  it('has the names of the API', () => {
    type Rule = Raw<V1NetworkPolicyIngressRule>
    expectTypeOf<keyof Rule>().toEqualTypeOf<'from' | 'ports'>()
    expectTypeOf<NonNullable<Rule['from']>[0]['podSelector']>().exclude(undefined).toBeObject()
    expectTypeOf<Raw<V1ListMeta>>().toHaveProperty('continue')
    expectTypeOf<Raw<V1CapacityRequestPolicy>>().toHaveProperty('default')
    expectTypeOf<Raw<V1DeviceAttribute>>().toHaveProperty('int')
  })

  it('has the names of JSON Schema there alone', () => {
    type Schema = Raw<V1JSONSchemaProps>
    expectTypeOf<Schema>().toHaveProperty('$ref')
    expectTypeOf<Schema>().toHaveProperty('$schema')
    expectTypeOf<Schema>().toHaveProperty('enum')
    expectTypeOf<Schema['default']>().toBeUnknown()
    expectTypeOf<Schema>().toHaveProperty('x-kubernetes-preserve-unknown-fields')
    expectTypeOf<Schema>().toHaveProperty('x-kubernetes-list-map-keys')
    expectTypeOf<keyof Schema & `${string}_${string}`>().toBeNever()
    expectTypeOf<Raw<V1CustomResourceDefinitionVersion>>().toHaveProperty('schema')
  })

  it('knows every field that client-node renames', () => {
    const models = join(dirname(fileURLToPath(import.meta.resolve('@kubernetes/client-node'))), 'gen/models')
    const renamed = new Set<string>()
    for (const file of readdirSync(models).filter((name) => name.endsWith('.js'))) {
      const text = readFileSync(join(models, file), 'utf8')
      for (const [, name = '', wire = ''] of text.matchAll(/"name": "(\S+)",\s+"baseName": "(\S+)"/g)) {
        if (name !== wire) renamed.add(`${name} ${wire}`)
      }
    }
    const underscored = ['continue', 'default', 'enum', 'from', 'int'].map((name) => `_${name} ${name}`)
    const extensions = [
      'embedded-resource',
      'int-or-string',
      'list-map-keys',
      'list-type',
      'map-type',
      'preserve-unknown-fields',
      'validations',
    ].map((name) => `x_kubernetes_${name.replaceAll('-', '_')} x-kubernetes-${name}`)
    expect([...renamed].toSorted()).toEqual(
      [...underscored, ...extensions, 'ref $ref', 'schema $schema'].toSorted(),
    )
  })
})
