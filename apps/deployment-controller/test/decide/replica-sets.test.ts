import { deepCopy } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { newReplicaSet } from '../../src/decide/new-replica-set.ts'
import { equalIgnoreHash, revisionsOf } from '../../src/decide/replica-sets.ts'
import { withCollision } from '../../src/decide/revision-sync.ts'
import { deployment, replicaSet, sizes, template } from '../support/objects.ts'

describe('D-17 templates', () => {
  const hashed = (hash: string, image?: string) => template(image, { 'pod-template-hash': hash })

  it.each([
    ['the hash is on both', hashed('a'), hashed('b'), true],
    ['the hash is on one', hashed('a'), template(), true],
    ['the image is another', hashed('a'), hashed('a', 'web:2'), false],
    ['a label is another', template('web:1', { extra: 'x' }), template(), false],
    [
      'an annotation is another',
      { ...template(), metadata: { ...template().metadata, annotations: { a: 'b' } } },
      template(),
      false,
    ],
    ['there are no labels at all', { spec: { containers: [] } }, { spec: { containers: [] } }, true],
  ])('D-17 where %s', (_, a, b, expected) => {
    const before = deepCopy({ a, b })
    expect(equalIgnoreHash(a, b)).toBe(expected)
    expect(equalIgnoreHash(b, a)).toBe(expected)
    expect({ a, b }).toEqual(before)
  })
})

describe('D-17 the new ReplicaSet', () => {
  const names = (sets: readonly { metadata: { name?: string } }[]) =>
    sets.map(({ metadata }) => metadata.name)

  it('D-17 is the oldest one with the template; another with it is an old one', () => {
    const sets = [
      replicaSet('younger', 1, { created: 9 }),
      replicaSet('elder', 1, { created: 5 }),
      replicaSet('other', 1, { created: 7, image: 'web:0' }),
    ]
    const { newSet, oldSets } = revisionsOf(deployment(), sets)
    expect(newSet?.metadata.name).toBe('elder')
    expect(names(oldSets)).toEqual(['other', 'younger'])
  })

  it('D-17 is told by name when two are of the same age, and is not there without the template', () => {
    const twins = [replicaSet('b', 1), replicaSet('a', 1)]
    expect(revisionsOf(deployment(), twins).newSet?.metadata.name).toBe('a')
    const { newSet, oldSets } = revisionsOf(deployment({ image: 'web:2' }), twins)
    expect(newSet).toBeUndefined()
    expect(names(oldSets)).toEqual(['a', 'b'])
  })

  it('D-25 is made with hash, owner, revision and the annotations of its Deployment', () => {
    const web = deployment({
      replicas: 10,
      maxSurge: 3,
      maxUnavailable: 2,
      annotations: { test: 'x', 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
      spec: { minReadySeconds: 4 },
    })
    const old = replicaSet('old', 10, {
      image: 'web:0',
      annotations: { 'deployment.kubernetes.io/revision': '7' },
    })
    const set = newReplicaSet(web, [old])
    const hash = set.metadata.labels?.['pod-template-hash'] ?? ''
    expect(set.metadata.name).toBe(`web-${hash}`)
    expect(hash).toMatch(/^[456789bcdf]{1,10}$/)
    const labels = { app: 'web', 'pod-template-hash': hash }
    expect(set.metadata).toMatchObject({
      namespace: 'default',
      labels,
      annotations: { test: 'x', 'deployment.kubernetes.io/revision': '8', ...sizes(10, 13) },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'web',
          uid: 'uid-of-web',
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    })
    expect(Object.keys(set.metadata.annotations ?? {})).toHaveLength(4)
    expect(set.spec).toMatchObject({ replicas: 3, minReadySeconds: 4, selector: { matchLabels: labels } })
    expect(set.spec.template?.metadata?.labels).toEqual(labels)
    expect(web.spec.template.metadata?.labels).toEqual({ app: 'web' })
  })

  it('D-24 D-28 has another name for another template, and after each collision', () => {
    const web = deployment()
    const collided = withCollision(web)
    const deployments = [
      web,
      deployment({ image: 'web:2' }),
      collided,
      withCollision(collided),
      deployment({ status: { collisionCount: 2_147_483_647 } }),
      deployment({ status: { collisionCount: 0 } }),
    ]
    expect(collided.status?.collisionCount).toBe(1)
    expect(new Set(deployments.map((each) => newReplicaSet(each, []).metadata.name)).size).toBe(6)
    expect(newReplicaSet(web, []).metadata.name).toBe(newReplicaSet(deployment(), []).metadata.name)
  })
})
