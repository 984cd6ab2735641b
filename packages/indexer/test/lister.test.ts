import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { describe, expect, it } from 'vitest'
import { LabelSelector, MissingMetadataError } from '@rxkube/meta'
import {
  Indexer,
  listAll,
  listAllByNamespace,
  lister,
  metaNamespaceIndexFunc,
  namespaceIndex,
  NotFoundError,
} from '@rxkube/indexer'
import { names, pod, type Pod } from './support/pods.ts'

const Deployment = { group: 'apps', resource: 'deployments' }

function fill(indexer: Indexer<Pod>): Indexer<Pod> {
  indexer.add(pod('a', { labels: { app: 'web' } }))
  indexer.add(pod('b', { namespace: 'kube-system', labels: { app: 'web' } }))
  indexer.add(pod('c'))
  indexer.add(pod('node-1', { namespace: '' }))
  return indexer
}

const indexed = () => fill(new Indexer<Pod>({ indexers: { [namespaceIndex]: metaNamespaceIndexFunc } }))
const unindexed = () => fill(new Indexer<Pod>())

function fullScansDuring(act: () => void): unknown[] {
  const messages: unknown[] = []
  const listen = (message: unknown) => messages.push(message)
  subscribe('rxkube:indexer:full-scan', listen)
  act()
  unsubscribe('rxkube:indexer:full-scan', listen)
  return messages
}

describe('a lister', () => {
  it('ST-7 FEAT-C8 lists a subset, everything, or nothing', () => {
    const pods = lister(indexed(), Deployment)
    expect(names(pods.list('app=web'))).toEqual(['a', 'b'])
    expect(names(pods.list())).toEqual(['a', 'b', 'c', 'node-1'])
    expect(pods.list(LabelSelector.nothing)).toEqual([])
    expect(names(pods.namespace('default').list('app=web'))).toEqual(['a'])
    expect(names(pods.namespace('default').list(LabelSelector.everything))).toEqual(['a', 'c'])
    expect(pods.namespace('default').list(LabelSelector.nothing)).toEqual([])
    expect(names(pods.namespace('').list('app=web'))).toEqual(['a', 'b'])
  })

  it('ST-7 FEAT-C8 gets by name in cluster scope, and by namespace and name', () => {
    const pods = lister(indexed(), Deployment)
    expect(pods.get('node-1').metadata?.name).toBe('node-1')
    expect(pods.namespace('default').get('a').metadata?.namespace).toBe('default')
    expect(pods.get({ namespace: 'kube-system', name: 'b' }).metadata?.name).toBe('b')
  })

  it('ST-7 FEAT-C8 says of what resource there is no object of that name', () => {
    const pods = lister(indexed(), Deployment)
    expect(() => pods.namespace('default').get('b')).toThrow(
      'deployments.apps "b" not found in namespace default',
    )
    const core = lister(indexed(), { group: '', resource: 'pods' })
    expect(() => core.get('a')).toThrow(NotFoundError)
    expect(() => core.get('a')).toThrow(
      expect.objectContaining({ reason: 'NotFound', code: 404, groupResource: 'pods', objectName: 'a' }),
    )
  })

  it('ST-7 FEAT-C8 without a namespace index still finds the right objects, and says that it looked at all', () => {
    const pods = lister(unindexed(), Deployment)
    const scans = fullScansDuring(() => {
      expect(names(pods.namespace('default').list())).toEqual(['a', 'c'])
      expect(names(pods.namespace('default').list('app=web'))).toEqual(['a'])
    })
    expect(scans).toMatchObject([
      { namespace: 'default', error: { name: 'UnknownIndexError' } },
      { namespace: 'default' },
    ])
  })

  it('ST-7 FEAT-C8 finds the right objects when the namespace index cannot cope with a bare namespace', () => {
    const fails = ({ metadata }: { readonly metadata?: { readonly name?: string } }) => {
      if (metadata?.name === undefined) throw new Error('no name')
      return ['default']
    }
    const pods = lister(fill(new Indexer<Pod>({ indexers: { [namespaceIndex]: fails } })), Deployment)
    const scans = fullScansDuring(() => expect(names(pods.namespace('kube-system').list())).toEqual(['b']))
    expect(scans).toMatchObject([{ error: { name: 'IndexFuncError' } }])
  })

  it('ST-7 with a namespace index looks at no more than the namespace, whatever the key function needs', () => {
    const keyFunc = (object: Pod) => {
      if (object.metadata?.uid === undefined) throw new Error('no uid')
      return object.metadata.uid
    }
    const indexer = new Indexer<Pod>({ keyFunc, indexers: { [namespaceIndex]: metaNamespaceIndexFunc } })
    indexer.add(pod('a', { uid: '1' }))
    expect(
      fullScansDuring(() => expect(names(listAllByNamespace(indexer, 'default'))).toEqual(['a'])),
    ).toEqual([])
  })
})

describe('listAll', () => {
  const source = { list: () => [{ metadata: { name: 'a' } }, {}] as Pod[], index: () => [] }
  const unread = {
    list: () => expect.fail('must not be read'),
    index: () => expect.fail('must not be read'),
  }

  it('FEAT-C8 reads nothing for a selector that selects nothing', () => {
    expect(listAll(unread, LabelSelector.nothing)).toEqual([])
    expect(listAllByNamespace(unread, 'default', LabelSelector.nothing)).toEqual([])
  })

  it('FEAT-C8 looks at no labels for a selector that selects everything', () => {
    expect(listAll(source, LabelSelector.everything)).toHaveLength(2)
    expect(listAll(source)).toHaveLength(2)
  })

  it('FEAT-C8 cannot tell the labels of an object without metadata', () => {
    expect(() => listAll(source, 'app')).toThrow(MissingMetadataError)
  })
})
