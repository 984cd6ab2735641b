import type { Pod } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { podJson } from '../src/server/pods.ts'

const sizes = Array.from({ length: 1000 }, (_, index) => podJson(index * 50, 1_000_000 + index, false).length)

describe('a pod of the bench', () => {
  it('is about 7 kB of JSON, whichever it is', () => {
    expect(Math.min(...sizes)).toBeGreaterThan(6900)
    expect(Math.max(...sizes)).toBeLessThan(7100)
  })

  it('is 38 % managedFields', () => {
    const { metadata } = JSON.parse(podJson(1, 1, false)) as Pod
    const share = JSON.stringify(metadata.managedFields).length / podJson(1, 1, false).length
    expect(Math.round(share * 100)).toBe(38)
  })

  it('is compact JSON, with its kind in events and without it in lists, as a server writes it', () => {
    for (const inList of [true, false]) {
      const text = podJson(7, 42, inList)
      const pod = JSON.parse(text) as Pod
      expect(JSON.stringify(pod)).toBe(text)
      expect(pod.kind).toBe(inList ? undefined : 'Pod')
      expect(pod.metadata).toMatchObject({ name: 'web-000007', namespace: 'ns-7', resourceVersion: '42' })
    }
  })

  it('has a name and a uid of its own', () => {
    const pods = Array.from({ length: 200 }, (_, index) => JSON.parse(podJson(index, 1, false)) as Pod)
    expect(new Set(pods.map(({ metadata }) => metadata.name)).size).toBe(200)
    expect(new Set(pods.map(({ metadata }) => metadata.uid)).size).toBe(200)
  })

  it('is another at each version', () => {
    expect(podJson(1, 1, false)).not.toBe(podJson(1, 2, false))
  })
})
