import { TestClock } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'
import {
  CacheMutationDetector,
  mutationDetectionWanted,
  type CacheMutationError,
} from '../src/mutation-detector.ts'
import { thing, type Thing } from './support/deltas.ts'

function start() {
  const clock = new TestClock()
  const found: CacheMutationError[] = []
  const detector = new CacheMutationDetector({ clock, onMutation: (error) => found.push(error) })
  const stop = new AbortController()
  const running = detector.run(stop)
  return {
    clock,
    detector,
    found,
    end: async () => {
      stop.abort()
      await running
    },
  }
}

const labelled = (name: string): Thing => ({ ...thing(name, 1), metadata: { name, labels: { app: 'web' } } })

describe('CacheMutationDetector', () => {
  it('SI-16 FEAT-C12 names the object that was changed, and where, within a second', async () => {
    const { clock, detector, found, end } = start()
    const victim = labelled('victim')
    detector.add('victim', victim)
    detector.add('bystander', labelled('bystander'))
    await clock.advance('5s')
    expect(found).toEqual([])
    Object.assign(victim.metadata.labels ?? {}, { app: 'mine' })
    await clock.advance('1s')
    expect(found).toMatchObject([{ name: 'CacheMutationError', key: 'victim', path: 'metadata.labels.app' }])
    await clock.advance('10s')
    expect(found).toHaveLength(1)
    await end()
    expect(clock.pending).toBe(0)
  })

  it.each<[string, (object: Thing) => void, string]>([
    ['added', (object) => void (object.node = 'n1'), 'node'],
    ['removed', (object) => void delete object.metadata.labels, 'metadata.labels'],
  ])('SI-16 finds a field that was %s', (_, change, path) => {
    const { detector, found } = start()
    const object = labelled('a')
    detector.add('a', object)
    change(object)
    detector.check()
    expect(found.map((error) => error.path)).toEqual([path])
  })

  it('SI-16 looks at an object for two minutes at least, and not for ever', async () => {
    const { clock, detector, found, end } = start()
    const old = labelled('old')
    const fresh = labelled('fresh')
    detector.add('old', old)
    await clock.advance('119s')
    detector.add('fresh', fresh)
    await clock.advance('122s')
    old.node = 'changed'
    await clock.advance('2s')
    expect(found).toEqual([])
    await end()
    const kept = start()
    kept.detector.add('kept', fresh)
    await kept.clock.advance('118s')
    fresh.node = 'changed'
    await kept.clock.advance('2s')
    expect(kept.found).toHaveLength(1)
    await kept.end()
  })

  it('survives documents of 10,000 levels', () => {
    const { detector, found } = start()
    let deep: Record<string, unknown> = { leaf: 1 }
    for (let level = 0; level < 10_000; level++) deep = { in: deep }
    const object = Object.assign(labelled('deep'), { deep })
    detector.add('deep', object)
    detector.check()
    expect(found).toEqual([])
  })

  it('SI-16 is wanted when the environment says so', () => {
    const wanted = ['1', 't', 'true', 'TRUE', '0', 'no', ''].map((value) =>
      mutationDetectionWanted({ KUBE_CACHE_MUTATION_DETECTOR: value }),
    )
    expect(wanted).toEqual([true, true, true, true, false, false, false])
    expect(mutationDetectionWanted({})).toBe(false)
  })
})
