import { describe, expect, it } from 'vitest'

import type { EndpointSubset } from '../src/decide/endpoints/address-of.ts'
import { packSubsets, type PortedAddress } from '../src/decide/endpoints/pack-subsets.ts'
import { sameSubsets } from '../src/decide/endpoints/same-subsets.ts'

const address = (ip: string, uid?: string) => ({ ip, ...(uid === undefined ? {} : { targetRef: { uid } }) })
const at = (ip: string, port: number | undefined, ready = true, uid?: string): PortedAddress => ({
  address: address(ip, uid),
  port: port === undefined ? undefined : { port, protocol: 'TCP' },
  ready,
})

/** `A,B!C:80,443`: ready, then not ready addresses, then ports. */
function shown(subsets: readonly EndpointSubset[]): string[] {
  const ips = (list: EndpointSubset['addresses']) => (list ?? []).map(({ ip }) => ip).join(',')
  return subsets.map(({ addresses, notReadyAddresses, ports }) => {
    const unready = notReadyAddresses ? `!${ips(notReadyAddresses)}` : ''
    return `${ips(addresses)}${unready}:${(ports ?? []).map(({ port }) => port).join(',')}`
  })
}

describe('E-19 packing subsets', () => {
  it.each<[string, PortedAddress[], string[]]>([
    ['nothing', [], []],
    ['one address on two ports', [at('A', 80), at('A', 443)], ['A:80,443']],
    ['two addresses on a port each', [at('A', 80), at('B', 443)], ['A:80', 'B:443']],
    ['two addresses on both ports', [at('A', 80), at('B', 80), at('A', 443), at('B', 443)], ['A,B:80,443']],
    ['ready on one port only', [at('A', 80), at('A', 443, false)], ['A:80', '!A:443']],
    ['ready and not ready on the same port', [at('A', 80), at('A', 80, false)], ['!A:80']],
    ['not ready and ready on the same port', [at('A', 80, false), at('A', 80)], ['!A:80']],
    ['a named port of two numbers', [at('A', 8080), at('B', 8081)], ['A:8080', 'B:8081']],
    ['no port', [at('A', undefined), at('B', undefined)], ['A,B:']],
    ['a port that is none', [at('A', 0), at('B', -1)], ['A:', 'B:']],
    ['no port and a port', [at('A', undefined), at('A', 80)], ['A:80']],
    [
      'addresses sort as text',
      [at('10.0.0.2', 80), at('10.0.0.10', 80), at('10.0.0.1', 80)],
      ['10.0.0.1,10.0.0.10,10.0.0.2:80'],
    ],
    ['one IP of two pods is two addresses', [at('A', 80, true, 'v'), at('A', 80, true, 'u')], ['A,A:80']],
    [
      'one IP of two pods of which one is ready',
      [at('A', 80, true, 'v'), at('A', 80, false, 'u')],
      ['A!A:80'],
    ],
  ])('E-19 %s', (_name, entries, expected) => {
    expect(shown(packSubsets(entries))).toEqual(expected)
  })

  it('E-19 gives the same subsets in whatever order addresses and ports come', () => {
    const entries = ['C', 'A', 'B'].flatMap((ip) =>
      [443, 80, 8080].map((port) => at(ip, port, ip !== 'B' || port === 80)),
    )
    expect(packSubsets(entries.toReversed())).toEqual(packSubsets(entries))
    expect(shown(packSubsets(entries))).toEqual(['A,B,C:80', 'A,C!B:443,8080'])
  })

  it('E-19 sorts addresses of one IP by the uid of their pods', () => {
    const [subset] = packSubsets([at('A', 80, true, 'v'), at('A', 80, true, 'u')])
    expect(subset?.addresses?.map(({ targetRef }) => targetRef?.uid)).toEqual(['u', 'v'])
  })
})

describe('E-2 comparing subsets', () => {
  const subset = (ip: string, port: number, resourceVersion?: string): EndpointSubset => ({
    addresses: [
      {
        ip,
        targetRef: { kind: 'Pod', uid: 'u', ...(resourceVersion === undefined ? {} : { resourceVersion }) },
      },
    ],
    ports: [{ port, protocol: 'TCP' }],
  })
  const before = [subset('1.1.1.1', 80, '1'), subset('2.2.2.2', 81, '1')]

  it.each<[string, EndpointSubset[], boolean]>([
    ['a subset removed', [subset('1.1.1.1', 80, '1')], false],
    ['an IP changed', [subset('1.1.1.1', 80, '1'), subset('2.2.2.3', 81, '1')], false],
    ['a port changed', [subset('1.1.1.1', 80, '1'), subset('2.2.2.2', 82, '1')], false],
    ['a resourceVersion changed', [subset('1.1.1.1', 80, '2'), subset('2.2.2.2', 81, '1')], true],
    ['a resourceVersion removed', [subset('1.1.1.1', 80), subset('2.2.2.2', 81, '1')], true],
    ['another order', before.toReversed(), true],
  ])('E-2 %s', (_name, after, equal) => {
    expect(sameSubsets(before, after)).toBe(equal)
  })

  it('E-1 takes no subsets, null and an empty list as the same', () => {
    expect(sameSubsets(undefined, [])).toBe(true)
    expect(sameSubsets(null, [])).toBe(true)
  })
})
