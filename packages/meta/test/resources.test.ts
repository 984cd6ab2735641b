import * as meta from '@rxkube/meta'
import {
  apiVersionOf,
  builtInResources,
  ConfigMap,
  defineResource,
  Deployment,
  Event,
  EventsV1Event,
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerV1,
  Pod,
  type KubernetesObject,
  type Resource,
  type Scale,
} from '@rxkube/meta'
import { describe, expect, expectTypeOf, it } from 'vitest'

import { apiResources } from './support/api-resources.ts'

const describeResource = (resource: Resource): string =>
  [
    apiVersionOf(resource),
    resource.kind,
    resource.resource,
    resource.namespaced ? 'Namespaced' : 'Cluster',
  ].join(' ')

describe('builtInResources', () => {
  it('holds each resource of an API server once', () => {
    expect(builtInResources.map(describeResource).toSorted()).toEqual(apiResources.toSorted())
  })

  it('holds what is exported by name, which is the kind where that is clear', () => {
    const exported = new Map<unknown, string>(Object.entries(meta).map(([name, value]) => [value, name]))
    const names = builtInResources.map((resource) => exported.get(resource))
    expect(names).not.toContain(undefined)
    const renamed = builtInResources.filter((resource) => exported.get(resource) !== resource.kind)
    expect(renamed).toEqual([HorizontalPodAutoscalerV1, EventsV1Event])
  })

  it('cannot be changed', () => {
    expect(builtInResources.every((resource) => Object.isFrozen(resource))).toBe(true)
  })
})

describe('a resource', () => {
  it('of the core group has the version alone as apiVersion', () => {
    expect(apiVersionOf(Pod)).toBe('v1')
    expect(apiVersionOf(Deployment)).toBe('apps/v1')
  })

  it('has the plain name in the preferred version', () => {
    expect(apiVersionOf(HorizontalPodAutoscaler)).toBe('autoscaling/v2')
    expect(apiVersionOf(HorizontalPodAutoscalerV1)).toBe('autoscaling/v1')
    expect(apiVersionOf(Event)).toBe('v1')
    expect(apiVersionOf(EventsV1Event)).toBe('events.k8s.io/v1')
  })

  it('is a type of objects by the same name', () => {
    const map: ConfigMap = { metadata: { name: 'a' }, data: { key: 'value' } }
    expectTypeOf(ConfigMap).toEqualTypeOf<Resource<ConfigMap>>()
    expectTypeOf<Pod['spec']['nodeName']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Scale>().toExtend<KubernetesObject>()
    expectTypeOf(Pod).toExtend<Resource>()
    expect(map.data).toEqual({ key: 'value' })
  })

  it('of one’s own is defined with the type of its objects', () => {
    interface Widget extends KubernetesObject {
      spec: { size: number }
    }
    const Widget = defineResource<Widget>({
      group: 'example.com',
      version: 'v1',
      kind: 'Widget',
      resource: 'widgets',
      namespaced: true,
    })
    expectTypeOf(Widget).toEqualTypeOf<Resource<Widget>>()
    expect(describeResource(Widget)).toBe('example.com/v1 Widget widgets Namespaced')
    expect(Object.isFrozen(Widget)).toBe(true)
  })
})
