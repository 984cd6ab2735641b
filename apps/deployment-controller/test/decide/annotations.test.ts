import { describe, expect, it } from 'vitest'
import { replicasAnnotationsNeedUpdate, replicasFrom } from '../../src/decide/annotations.ts'
import { lastRevision, maxRevision, newReplicaSetAnnotations } from '../../src/decide/revisions.ts'
import { isSaturated } from '../../src/decide/scaling.ts'
import { scaledReplicaSet } from '../../src/decide/scale.ts'
import { deployment, replicaSet, sizes } from '../support/objects.ts'

const revision = 'deployment.kubernetes.io/revision'
const history = 'deployment.kubernetes.io/revision-history'

describe('D-23 annotations', () => {
  it('D-23 a ReplicaSet gets those of its Deployment that are not about one object', () => {
    const web = deployment({
      annotations: {
        test: 'should-copy',
        'kubectl.kubernetes.io/last-applied-configuration': 'no',
        'deprecated.deployment.rollback.to': '1',
        [revision]: '77',
        [history]: '1,2',
        ...sizes(9, 9),
      },
    })
    const set = replicaSet('a', 1, { annotations: { mine: 'stays' } })
    expect(newReplicaSetAnnotations(web, set, 1)).toEqual({
      annotations: { mine: 'stays', test: 'should-copy', [revision]: '1' },
      changed: true,
    })
  })

  it('D-23 the history of revisions 10 to 20 keeps the last two, in 5 characters', () => {
    let set = replicaSet('a', 1, { annotations: { [revision]: '10' } })
    const histories: (string | undefined)[] = []
    for (let next = 11; next <= 20; next++) {
      const { annotations, changed } = newReplicaSetAnnotations(deployment(), set, next, 5)
      expect(changed).toBe(true)
      expect(annotations[revision]).toBe(String(next))
      histories.push(annotations[history])
      set = replicaSet('a', 1, { annotations: { ...annotations } })
    }
    expect(histories).toEqual([
      '10',
      ...Array.from({ length: 9 }, (_, index) => `${index + 10},${index + 11}`),
    ])
  })

  it('D-23 a revision that is too long for the history alone is left out of it', () => {
    const set = replicaSet('a', 1, { annotations: { [revision]: '123456', [history]: '1,2' } })
    expect(newReplicaSetAnnotations(deployment(), set, 123_457, 5).annotations[history]).toBe('1,2')
  })

  it('D-23 a revision is never lowered, and one that cannot be read is left alone', () => {
    const high = replicaSet('a', 1, { annotations: { [revision]: '9' } })
    expect(newReplicaSetAnnotations(deployment(), high, 3)).toEqual({
      annotations: { [revision]: '9' },
      changed: false,
    })
    const odd = replicaSet('a', 1, { annotations: { [revision]: 'first' } })
    expect(newReplicaSetAnnotations(deployment({ annotations: { test: 'x' } }), odd, 3).changed).toBe(false)
  })

  it('D-23 the same annotations again are no change', () => {
    const web = deployment({ annotations: { test: 'x' } })
    const set = replicaSet('a', 1, { annotations: { [revision]: '3', test: 'x' } })
    expect(newReplicaSetAnnotations(web, set, 3).changed).toBe(false)
  })

  it('D-23 a scaled ReplicaSet says of how many it was made', () => {
    const web = deployment({ replicas: 10, maxSurge: 1, maxUnavailable: 0 })
    const scaled = scaledReplicaSet(web, { replicaSet: replicaSet('a', 5), size: 7 })
    expect(scaled?.spec.replicas).toBe(7)
    expect(scaled?.metadata.annotations).toEqual(sizes(10, 11))
  })

  it.each([
    ['without annotations', undefined, true],
    ['with others', sizes(5, 6), true],
    ['with one other', sizes(10, 12), true],
    ['with just these', sizes(10, 11), false],
  ])('D-23 a ReplicaSet %s needs an update: %j, %s', (_, annotations, expected) => {
    const web = deployment({ replicas: 10, maxSurge: 1, maxUnavailable: 0 })
    const set = replicaSet('a', 10, annotations && { annotations })
    expect(replicasAnnotationsNeedUpdate(web, set)).toBe(expected)
    expect(scaledReplicaSet(web, { replicaSet: set, size: 10 }) !== undefined).toBe(expected)
  })

  it.each([
    ['', undefined],
    ['invalid', undefined],
    ['-1', undefined],
    ['+1', undefined],
    ['2147483648', undefined],
    ['0', 0],
    ['2147483647', 2_147_483_647],
  ])('D-23 "%s" is read as %s pods', (text, expected) => {
    const set = replicaSet('a', 1, { annotations: { 'deployment.kubernetes.io/desired-replicas': text } })
    expect(replicasFrom(set, 'deployment.kubernetes.io/desired-replicas')).toBe(expected)
  })

  it('D-23 a ReplicaSet is saturated when size, annotation and available pods are all that is wanted', () => {
    const web = deployment({ replicas: 5 })
    const of = (size: number, desired: number, availableReplicas: number) =>
      isSaturated(
        web,
        replicaSet('a', size, { annotations: sizes(desired, desired), status: { availableReplicas } }),
      )
    expect(of(5, 5, 5)).toBe(true)
    expect([of(4, 5, 5), of(5, 4, 5), of(5, 5, 4), isSaturated(web, undefined)]).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(isSaturated(web, replicaSet('a', 5, { status: { availableReplicas: 5 } }))).toBe(false)
  })

  it('D-5 the last revision is the second highest one', () => {
    const of = (...revisions: string[]) =>
      revisions.map((text, index) =>
        replicaSet(`s${index}`, 1, text ? { annotations: { [revision]: text } } : {}),
      )
    expect(lastRevision(of('1', '2', '3'))).toBe(2)
    expect(lastRevision(of('3', '1', '2', 'odd'))).toBe(2)
    expect(lastRevision(of('3', '3'))).toBe(3)
    expect(lastRevision(of('3'))).toBe(0)
    expect([maxRevision(of('1', '', 'odd')), maxRevision([])]).toEqual([1, 0])
  })
})
