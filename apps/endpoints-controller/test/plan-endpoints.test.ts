import { deepFreeze, type Endpoints, type Pod, type Service } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

import { planEndpoints } from '../src/decide/endpoints/plan-endpoints.ts'
import { truncateSubsets } from '../src/decide/endpoints/truncate.ts'
import { endpoints, pod, pods, service, type PodFacts } from './support/objects.ts'

function plan(
  svc: Service,
  all: readonly Pod[],
  current?: Endpoints,
  triggerTime?: number,
): Endpoints | undefined {
  const facts = { service: deepFreeze(svc), pods: deepFreeze([...all]), current, triggerTime }
  const planned = planEndpoints(current ? { ...facts, current: deepFreeze(current) } : facts)
  return planned.type === 'none' ? undefined : planned.endpoints
}

function withPolicy(each: Pod, restartPolicy: string): Pod {
  return { ...each, spec: { ...each.spec, restartPolicy } }
}

/** What the cache has after the plan was written. */
function written(svc: Service, all: readonly Pod[], resourceVersion = '1'): Endpoints {
  const made = plan(svc, all)
  if (!made) throw new Error('nothing planned')
  return { ...made, metadata: { ...made.metadata, resourceVersion } }
}

const ready = (made: Endpoints | undefined) =>
  made?.subsets?.flatMap((s) => s.addresses ?? []).map(({ ip }) => ip)
const notReady = (made: Endpoints | undefined) =>
  made?.subsets?.flatMap((s) => s.notReadyAddresses ?? []).map(({ ip }) => ip)

describe('which Services and addresses', () => {
  it('E-1 a new Service without pods gets Endpoints without subsets', () => {
    expect(plan(service(), [])).toMatchObject({ metadata: { namespace: 'ns', name: 'foo' }, subsets: [] })
  })

  it.each([['no'], ['empty']])('E-1 Endpoints with %s subsets and no pods stay as they are', (kind) => {
    expect(plan(service(), [], endpoints(kind === 'no' ? undefined : []))).toBeUndefined()
  })

  it('E-2 E-4 Endpoints that are right already are not written, whatever versions their pods have', () => {
    const current = written(service(), pods(3))
    expect(plan(service(), pods(3), current)).toBeUndefined()
    expect(plan(service(), pods(3, { resourceVersion: '7' }), current)).toBeUndefined()
  })

  it.each(['TCP', 'UDP', 'SCTP'])('E-4 a %s port is copied', (protocol) => {
    const made = plan(service({ ports: [{ port: 80, targetPort: 8080, protocol }] }), pods(1))
    expect(made?.subsets?.[0]?.ports).toEqual([{ port: 8080, protocol }])
  })

  it('E-4 pods that are not ready are listed apart', () => {
    const made = plan(service(), [pod(0), pod(1, { ready: false })])
    expect([ready(made), notReady(made)]).toEqual([['1.2.3.4'], ['1.2.3.5']])
    expect(notReady(plan(service(), pods(2, { ready: false })))).toEqual(['1.2.3.4', '1.2.3.5'])
  })

  it('E-5 three pods on two ports are one subset, sorted, with the labels of the Service', () => {
    const ports = [
      { name: 'b', port: 443, targetPort: 8443, protocol: 'TCP' },
      { name: 'a', port: 80, targetPort: 8080, protocol: 'TCP' },
    ]
    const made = plan(service({ clusterIP: '', ports }, { labels: { app: 'x' } }), pods(3).toReversed())
    expect(made?.metadata.labels).toEqual({ app: 'x', 'service.kubernetes.io/headless': '' })
    expect(made?.subsets).toEqual([
      {
        addresses: [0, 1, 2].map((n) => ({
          ip: `1.2.3.${4 + n}`,
          nodeName: 'node-1',
          targetRef: { kind: 'Pod', namespace: 'ns', name: `pod${n}`, uid: `uid-${n}` },
        })),
        ports: [
          { name: 'a', port: 8080, protocol: 'TCP' },
          { name: 'b', port: 8443, protocol: 'TCP' },
        ],
      },
    ])
  })

  it('E-5 a change of the labels of the Service is written', () => {
    const current = written(service({}, { labels: { app: 'x' } }), pods(1))
    const made = plan(service({}, { labels: { app: 'y' } }), pods(1), current)
    expect(made?.metadata).toMatchObject({ labels: { app: 'y' }, resourceVersion: '1' })
  })

  it('E-7 a headless Service is labelled on its Endpoints, not in the cache', () => {
    const headless = service({ clusterIP: 'None' }, { labels: { app: 'x' } })
    expect(written(headless, pods(1)).metadata.labels).toHaveProperty(['service.kubernetes.io/headless'], '')
    expect(headless.metadata.labels).toEqual({ app: 'x' })
    expect(plan(headless, pods(1), written(headless, pods(1)))).toBeUndefined()
  })

  it('E-7 a headless Service needs no ports, any other does', () => {
    expect(plan(service({ clusterIP: 'None', ports: [] }), pods(1))?.subsets).toEqual([
      { addresses: [expect.objectContaining({ ip: '1.2.3.4' })] },
    ])
    expect(plan(service({ ports: [] }), pods(1))?.subsets).toEqual([])
  })

  it.each(['Always', 'OnFailure', 'Never'])(
    'E-8 pods that are over have no address (restartPolicy %s)',
    (policy) => {
      const over = ['Failed', 'Succeeded'].map((phase, n) => pod(n, { phase, ready: false }))
      const made = plan(
        service(),
        over.map((each) => withPolicy(each, policy)),
      )
      expect(made?.subsets).toEqual([])
    },
  )

  it.each<[string, PodFacts, boolean, string]>([
    ...['Running', 'Unknown', 'Pending'].flatMap((phase): [string, PodFacts, boolean, string][] => [
      [`${phase}, ready`, { phase }, false, 'ready'],
      [`${phase}, ready, terminating`, { phase, terminating: true }, false, 'absent'],
      [`${phase}, not ready`, { phase, ready: false }, false, 'notReady'],
      [`${phase}, not ready, terminating`, { phase, ready: false, terminating: true }, false, 'absent'],
      [`${phase}, not ready, published`, { phase, ready: false }, true, 'ready'],
      [
        `${phase}, not ready, terminating, published`,
        { phase, ready: false, terminating: true },
        true,
        'ready',
      ],
    ]),
    ...['Failed', 'Succeeded'].flatMap((phase): [string, PodFacts, boolean, string][] => [
      [phase, { phase, ready: false }, false, 'absent'],
      [`${phase}, published`, { phase, ready: false }, true, 'absent'],
    ]),
    ['no IP', { ips: [] }, false, 'absent'],
  ])('E-9 E-18 %s', (_name, facts, publishNotReadyAddresses, place) => {
    const made = plan(service({ publishNotReadyAddresses }), [pod(0, facts)])
    const found = ready(made)?.length === 1 ? 'ready' : notReady(made)?.length === 1 ? 'notReady' : 'absent'
    expect(found).toBe(place)
  })
})

describe('E-10 which IP of a pod', () => {
  const v4 = '1.2.3.4'
  const v6 = '2000::4'
  it.each<[string, string[] | undefined, string, string[], string | undefined]>([
    ['v4 Service, single stack', ['IPv4'], '10.0.0.1', [v4], v4],
    ['v4 Service, dual stack', ['IPv4'], '10.0.0.1', [v4, v6], v4],
    ['v4 Service, dual stack with v6 first', ['IPv4'], '10.0.0.1', [v6, v4], v4],
    ['v4 headless, single stack', ['IPv4'], 'None', [v4], v4],
    ['v4 headless, dual stack', ['IPv4'], 'None', [v4, v6], v4],
    ['v6 Service, dual stack', ['IPv6'], '3000::1', [v4, v6], v6],
    ['v6 headless, single stack', ['IPv6'], 'None', [v6], v6],
    ['v6 headless, dual stack', ['IPv6'], 'None', [v4, v6], v6],
    ['v6 Service, v4 pods', ['IPv6'], '3000::1', [v4], undefined],
    ['legacy v4 Service', undefined, '10.0.0.1', [v6, v4], v4],
    ['legacy v6 Service', undefined, '3000::1', [v4, v6], v6],
    ['legacy headless, v4 first', undefined, 'None', [v4, v6], v4],
    ['legacy headless, v6 first', undefined, 'None', [v6, v4], v6],
    ['dual-stack Service, v6 first', ['IPv6', 'IPv4'], '3000::1', [v4, v6], v6],
  ])('E-10 %s', (_name, ipFamilies, clusterIP, ips, ip) => {
    const { ipFamilies: _none, ...legacy } = service({ clusterIP }).spec ?? {}
    const made = plan({ ...service(), spec: ipFamilies ? { ...legacy, ipFamilies } : legacy }, [
      pod(0, { ips }),
    ])
    expect(ready(made)?.[0]).toBe(ip)
    const [address] = made?.subsets?.[0]?.addresses ?? []
    expect(address?.targetRef?.resourceVersion).toBeUndefined()
  })

  it('E-10 a pod without a node has an empty nodeName, and a hostname only below its own Service', () => {
    const made = plan(service(), [
      pod(0, { node: '', hostname: 'h', subdomain: 'foo' }),
      pod(1, { hostname: 'h', subdomain: 'other' }),
    ])
    const [first, second] = made?.subsets?.[0]?.addresses ?? []
    expect(first).toMatchObject({ nodeName: '', hostname: 'h' })
    expect(second).not.toHaveProperty('hostname')
  })
})

describe('E-14 ports', () => {
  const named = { port: 80, targetPort: 'web', protocol: 'TCP' }
  const container = (containerPort: number, protocol = 'TCP') => ({
    name: 'main',
    ports: [{ name: 'web', containerPort, protocol }],
  })

  it('E-14 name and appProtocol are copied', () => {
    const made = plan(service({ ports: [{ name: 'http', port: 80, appProtocol: 'example.com/x' }] }), pods(1))
    expect(made?.subsets?.[0]?.ports).toEqual([
      { name: 'http', port: 80, protocol: 'TCP', appProtocol: 'example.com/x' },
    ])
  })

  it('E-14 E-19 a named port is looked up in each pod, by name and protocol', () => {
    const made = plan(service({ ports: [named] }), [
      pod(0, { containers: [container(8080)] }),
      pod(1, { containers: [container(7070, 'UDP'), container(8081)] }),
      pod(2, { containers: [container(9090, 'UDP')] }),
    ])
    expect(made?.subsets?.map(({ ports }) => ports?.[0]?.port)).toEqual([8080, 8081])
  })

  it('E-14 a sidecar may have the port, another init container not', () => {
    const init = container(8080)
    const sidecar = { ...init, restartPolicy: 'Always' }
    const svc = service({ ports: [named] })
    expect(ready(plan(svc, [pod(0, { initContainers: [sidecar] })]))).toEqual(['1.2.3.4'])
    expect(ready(plan(svc, [pod(0, { initContainers: [init] })]))).toEqual([])
  })
})

describe('E-11 trigger time', () => {
  const trigger = 'endpoints.kubernetes.io/last-change-trigger-time'
  const old = { [trigger]: '2018-01-01T00:00:00Z', mine: 'x' }

  it('E-11 is set, overridden, and cleared', () => {
    const time = Date.UTC(2018, 0, 1, 0, 0, 1)
    const set = plan(service(), pods(1), endpoints([]), time)
    expect(set?.metadata.annotations).toEqual({ [trigger]: '2018-01-01T00:00:01Z' })
    const overridden = plan(service(), pods(1), endpoints([], { annotations: old }), time)
    expect(overridden?.metadata.annotations).toEqual({ [trigger]: '2018-01-01T00:00:01Z', mine: 'x' })
    const cleared = plan(service(), pods(1), endpoints([], { annotations: old }))
    expect(cleared?.metadata.annotations).toEqual({ mine: 'x' })
  })
})

describe('E-13 capacity', () => {
  const over = 'endpoints.kubernetes.io/over-capacity'
  it.each<[string, number, number, string | undefined, number, number, string | undefined]>([
    ['empty', 0, 0, undefined, 0, 0, undefined],
    ['997 ready, 4 not', 997, 4, undefined, 997, 3, 'truncated'],
    ['1000 ready, 10 not', 1000, 10, undefined, 1000, 0, 'truncated'],
    ['999 with an old annotation', 999, 0, 'truncated', 999, 0, undefined],
    ['1000 with "warning"', 1000, 0, 'warning', 1000, 0, undefined],
    ['1001', 1001, 0, undefined, 1000, 0, 'truncated'],
    ['1001 with a wrong annotation', 1001, 0, 'wrong', 1000, 0, 'truncated'],
  ])('E-13 %s', (_name, readyCount, notReadyCount, before, readyLeft, notReadyLeft, after) => {
    const all = [
      ...pods(readyCount),
      ...Array.from({ length: notReadyCount }, (_, n) => pod(readyCount + n, { ready: false })),
    ]
    const annotations = before === undefined ? {} : { [over]: before }
    const made = plan(service({}, { labels: { changed: 'yes' } }), all, endpoints([], { annotations }))
    expect([ready(made)?.length, notReady(made)?.length]).toEqual([readyLeft, notReadyLeft])
    expect(made?.metadata.annotations?.[over]).toBe(after)
  })

  it('E-13 E-20 what is above capacity is written at every sync, what is at capacity is not', () => {
    expect(plan(service(), pods(1001), written(service(), pods(1001)))).toBeDefined()
    expect(plan(service(), pods(1000), written(service(), pods(1000)))).toBeUndefined()
  })

  it.each([
    [
      [90, 110, 50, 10, 20],
      [101, 200, 200, 201, 298],
      [90, 110, 50, 10, 20],
      [73, 144, 144, 145, 214],
    ],
    [
      [205, 400, 402, 400, 693],
      [1, 2, 3, 4, 5],
      [98, 191, 192, 191, 328],
      [0, 0, 0, 0, 0],
    ],
  ])('E-13 %j and %j are truncated to %j and %j', (readyCounts, notReadyCounts, readyLeft, notReadyLeft) => {
    const list = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ ip: `10.0.${n >> 8}.${n & 255}` }))
    const given = readyCounts.map((count, n) => ({
      addresses: list(count),
      notReadyAddresses: list(notReadyCounts[n] ?? 0),
    }))
    const kept = truncateSubsets(given)
    expect(kept?.map(({ addresses }) => addresses?.length ?? 0)).toEqual(readyLeft)
    expect(kept?.map(({ notReadyAddresses }) => notReadyAddresses?.length ?? 0)).toEqual(notReadyLeft)
  })
})
