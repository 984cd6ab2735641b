import type { EndpointSlice, Service } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

import { node, pod, pods, service, sizes } from './support/objects.ts'
import { actions, sizesAfter, slicesOf, slicesPlan, written } from './support/slices.ts'

const nothing = { create: 0, update: 0, delete: 0 }
const otherPort = (svc: Service): Service => ({
  ...svc,
  spec: { ...svc.spec, ports: [{ name: '', port: 80, targetPort: 9090, protocol: 'TCP' }] },
})
const foreign = (slice: EndpointSlice): EndpointSlice => ({
  ...slice,
  metadata: {
    ...slice.metadata,
    ownerReferences: [{ apiVersion: 'v1', kind: 'Service', name: 'foo', uid: 'other' }],
  },
})

describe('packing', () => {
  it('S-1 a named port that differs in five groups of pods makes five slices of sixty', () => {
    const svc = service({ ports: [{ name: 'http', port: 80, targetPort: 'web', protocol: 'TCP' }] })
    const all = Array.from({ length: 300 }, (_, n) =>
      pod(n, {
        containers: [{ name: 'm', ports: [{ name: 'web', containerPort: 8080 + (n % 5), protocol: 'TCP' }] }],
      }),
    )
    const slices = written([], slicesPlan(svc, all))
    expect(sizes(slices)).toEqual([60, 60, 60, 60, 60])
    expect(slices.map(({ ports }) => ports?.[0]?.port ?? 0).toSorted((a, b) => a - b)).toEqual([
      8080, 8081, 8082, 8083, 8084,
    ])
    expect(actions(slicesPlan(svc, all, { existing: slices }))).toEqual(nothing)
  })

  it.each([
    [50, [50, 50, 50, 50, 50]],
    [80, [80, 80, 80, 10]],
    [150, [150, 100]],
    [250, [250]],
    [500, [250]],
    [100, [100, 100, 50]],
  ])('S-2 250 pods in slices of at most %d are %j', (max, expected) => {
    const plan = slicesPlan(service(), pods(250), { max })
    expect(actions(plan)).toEqual({ ...nothing, create: expected.length })
    expect(sizesAfter([], plan)).toEqual(expected)
  })

  it('S-3 a change of the target port updates the slices in place', () => {
    const existing = written([], slicesPlan(service(), pods(250)))
    const plan = slicesPlan(otherPort(service()), pods(250), { existing })
    expect(actions(plan)).toEqual({ ...nothing, update: 3 })
    expect(written(existing, plan).map(({ ports }) => ports?.[0]?.port)).toEqual([9090, 9090, 9090])
    expect(sizesAfter(existing, plan)).toEqual([100, 100, 50])
  })

  it('S-3 a change of the labels of the Service is one of its slices', () => {
    const existing = written([], slicesPlan(service(), pods(250)))
    const plan = slicesPlan(service({}, { labels: { app: 'x' } }), pods(250), { existing })
    expect(actions(plan)).toEqual({ ...nothing, update: 3 })
    expect(written(existing, plan).map(({ metadata }) => metadata.labels)).toEqual(
      [1, 2, 3].map(() => ({
        app: 'x',
        'kubernetes.io/service-name': 'foo',
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
      })),
    )
  })

  it('S-3 reserved labels on the Service change nothing', () => {
    const existing = written([], slicesPlan(service(), pods(250)))
    const labels = {
      'kubernetes.io/service-name': 'bar',
      'endpointslice.kubernetes.io/managed-by': 'me',
      'service.kubernetes.io/headless': 'yes',
    }
    expect(actions(slicesPlan(service({}, { labels }), pods(250), { existing }))).toEqual(nothing)
  })

  it('S-4 ten slices of thirty stay as they are, and are recycled when the port changes', () => {
    const all = pods(300)
    const lists = Array.from({ length: 10 }, (_, n) => all.slice(n * 30, n * 30 + 30))
    const existing = slicesOf(service(), ...lists)
    expect(actions(slicesPlan(service(), all, { existing }))).toEqual(nothing)
    const plan = slicesPlan(otherPort(service()), all, { existing })
    expect(actions(plan)).toEqual({ create: 0, update: 3, delete: 7 })
    expect(sizesAfter(existing, plan)).toEqual([100, 100, 100])
  })

  it('S-5 fifteen more fill the fuller of two slices that change, then the other', () => {
    const before = pods(100)
    const existing = slicesOf(service(), before.slice(0, 80), before.slice(80))
    const moved = pods(115).map((each, n) => (n === 0 || n === 90 ? pod(n, { node: 'node-2' }) : each))
    const plan = slicesPlan(service(), moved, { existing, nodes: [node('node-1'), node('node-2')] })
    expect(actions(plan)).toEqual({ ...nothing, update: 2 })
    expect(sizesAfter(existing, plan)).toEqual([95, 20])
  })

  it('S-5 slices that need no change are not packed tighter', () => {
    const all = pods(300)
    const existing = slicesOf(service(), all.slice(0, 74), all.slice(74, 148))
    const plan = slicesPlan(service(), all, { existing })
    expect(actions(plan)).toEqual({ ...nothing, create: 2 })
    expect(sizesAfter(existing, plan)).toEqual([100, 74, 74, 52])
  })

  it('S-5 S-13 the rest goes into the slice that it fills best', () => {
    const all = pods(250)
    const existing = slicesOf(service(), all.slice(0, 62), all.slice(62, 123))
    const plan = slicesPlan(service(), all, { existing })
    expect(actions(plan)).toEqual({ ...nothing, create: 1, update: 1 })
    expect(sizesAfter(existing, plan)).toEqual([100, 89, 61])
  })

  it('S-9 from twenty pods to ten: what was added and removed is counted', () => {
    const first = slicesPlan(service(), pods(20))
    expect(first.types[0]).toMatchObject({ added: 20, removed: 0, groups: [{ endpoints: 20, slices: 1 }] })
    const existing = written([], first)
    const second = slicesPlan(service(), pods(10), { existing })
    expect(actions(second)).toEqual({ ...nothing, update: 1 })
    expect(second.types[0]).toMatchObject({ added: 0, removed: 10, groups: [{ endpoints: 10, slices: 1 }] })
  })
})

describe('whose slices', () => {
  it('S-6 slices of an address type that is no more are replaced', () => {
    const old = (name: string): EndpointSlice => ({
      addressType: 'IP',
      endpoints: [],
      metadata: { name, namespace: 'ns', ownerReferences: [] },
    })
    const existing = [old('a'), old('b')]
    const plan = slicesPlan(service(), pods(130), { existing })
    expect(actions(plan)).toEqual({ create: 2, update: 0, delete: 2 })
    expect(sizesAfter(existing, plan)).toEqual([100, 30])
    expect(written(existing, plan).map(({ addressType }) => addressType)).toEqual(['IPv4', 'IPv4'])
  })

  it('S-6 a slice of a former Service of the same name is replaced, not taken over', () => {
    const existing = written([], slicesPlan(service(), pods(1)))
    expect(actions(slicesPlan(service(), pods(1), { existing }))).toEqual(nothing)
    const plan = slicesPlan(service(), pods(1), { existing: existing.map(foreign) })
    expect(actions(plan)).toEqual({ create: 1, update: 0, delete: 1 })
    const empty = written([], slicesPlan(service(), []))
    expect(actions(slicesPlan(service(), [], { existing: empty.map(foreign) }))).toEqual({
      create: 1,
      update: 0,
      delete: 1,
    })
  })

  it('S-6 a new slice is owned by the Service and named after it', () => {
    const [slice] = slicesPlan(service(), pods(1)).types[0]?.create ?? []
    expect(slice?.metadata).toMatchObject({ generateName: 'foo-', namespace: 'ns' })
    expect(slice?.metadata.ownerReferences).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        name: 'foo',
        uid: 'svc-uid',
        controller: true,
        blockOwnerDeletion: true,
      },
    ])
  })

  it('S-6 a dual-stack Service has slices of each family, and gives up those of one it loses', () => {
    const ips = ['1.2.3.4', '2000::4']
    const dual = service({ ipFamilies: ['IPv6', 'IPv4'] })
    const existing = written([], slicesPlan(dual, [pod(0, { ips })]))
    expect(existing.map(({ addressType, endpoints }) => [addressType, endpoints?.[0]?.addresses])).toEqual([
      ['IPv6', ['2000::4']],
      ['IPv4', ['1.2.3.4']],
    ])
    expect(actions(slicesPlan(service(), [pod(0, { ips })], { existing }))).toEqual({ ...nothing, delete: 1 })
  })

  it.each([
    ['a headless Service that has no families yet', 'None', ['IPv4', 'IPv6']],
    ['one with an IPv6 address', '3000::1', ['IPv6']],
    ['one with an IPv4 address', '10.0.0.1', ['IPv4']],
  ])('S-6 %s', (_name, clusterIP, expected) => {
    const { ipFamilies: _none, ...spec } = service({ clusterIP }).spec ?? {}
    const plan = slicesPlan({ ...service(), spec }, [])
    expect(plan.types.map(({ addressType }) => addressType)).toEqual(expected)
  })
})

describe('endpoints', () => {
  it('S-8 a pod whose node is missing is left out and told of, unless the Service publishes all', () => {
    const two = [pod(0), pod(1, { node: 'gone' })]
    const plan = slicesPlan(service(), two)
    expect(sizesAfter([], plan)).toEqual([1])
    expect(plan.types[0]?.missing).toEqual([{ pod: 'pod1', node: 'gone' }])
    const publishes = service({ publishNotReadyAddresses: true })
    const all = slicesPlan(publishes, two)
    expect(sizesAfter([], all)).toEqual([2])
    expect(all.types[0]?.missing).toEqual([])
    expect(actions(slicesPlan(publishes, two, { existing: written([], all) }))).toEqual(nothing)
  })

  it('S-11 no pods: one placeholder, then nothing more to do, even when Go wrote its lists as null', () => {
    const existing = written([], slicesPlan(service(), []))
    expect(existing).toMatchObject([{ ports: [], endpoints: [], addressType: 'IPv4' }])
    expect(actions(slicesPlan(service(), [], { existing }))).toEqual(nothing)
    const asGoWritesIt = existing.map((slice) =>
      Object.assign(structuredClone(slice), { ports: null, endpoints: null }),
    )
    expect(actions(slicesPlan(service(), [], { existing: asGoWritesIt }))).toEqual(nothing)
  })

  it('S-11 pods take over the placeholder, and leave it again', () => {
    const placeholder = written([], slicesPlan(service(), []))
    const plan = slicesPlan(service(), pods(1), { existing: placeholder })
    expect(actions(plan)).toEqual({ ...nothing, update: 1 })
    const filled = written(placeholder, plan)
    expect(filled.map(({ metadata }) => metadata.name)).toEqual(['foo-0'])
    const back = slicesPlan(service(), [], { existing: filled })
    expect(actions(back)).toEqual({ ...nothing, update: 1 })
    expect(sizesAfter(filled, back)).toEqual([0])
  })

  it.each([
    ['ready', {}, false, [true, true, false]],
    ['not ready', { ready: false }, false, [false, false, false]],
    ['ready and terminating', { terminating: true }, false, [false, true, true]],
    ['not ready and terminating', { ready: false, terminating: true }, false, [false, false, true]],
    ['ready and terminating, published', { terminating: true }, true, [true, true, true]],
    ['not ready, published', { ready: false }, true, [true, false, false]],
  ])('S-12 a pod that is %s', (_name, facts, publishNotReadyAddresses, [ready, serving, terminating]) => {
    const [slice] = written([], slicesPlan(service({ publishNotReadyAddresses }), [pod(0, facts)]))
    expect(slice?.endpoints?.[0]?.conditions).toEqual({ ready, serving, terminating })
  })

  it('S-12 an endpoint tells its pod, node, zone and hostname', () => {
    const [slice] = written(
      [],
      slicesPlan(service(), [pod(0, { hostname: 'h', subdomain: 'foo' })], { nodes: [node('node-1', 'a')] }),
    )
    expect(slice?.endpoints).toEqual([
      {
        addresses: ['1.2.3.4'],
        conditions: { ready: true, serving: true, terminating: false },
        hostname: 'h',
        nodeName: 'node-1',
        zone: 'a',
        targetRef: { kind: 'Pod', namespace: 'ns', name: 'pod0', uid: 'uid-0' },
      },
    ])
    expect(slice?.ports).toEqual([{ name: '', port: 8080, protocol: 'TCP' }])
  })

  it('S-12 pods that are over or have no IP are no endpoints', () => {
    const over = [pod(0, { phase: 'Failed' }), pod(1, { phase: 'Succeeded' }), pod(2, { ips: [] })]
    expect(sizesAfter([], slicesPlan(service(), over))).toEqual([0])
  })

  it('S-13 the order in which pods come does not change the plan', () => {
    const all = pods(250)
    expect(slicesPlan(service(), all.toReversed())).toEqual(slicesPlan(service(), all))
  })
})
