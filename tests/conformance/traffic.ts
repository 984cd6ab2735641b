import { current, currentPatch, filled, isWhole, protobufName, type Json, type Meta } from './current-body.ts'
import { cutJson } from './cut-json.ts'
import type { Exchange } from './exchange.ts'
import { collectionPath, itemPath, placeOf, type Place } from './place.ts'
import type { Samples } from './samples.ts'
import type { Target } from './target.ts'
import { withReplicaSet } from './cut-replica-set.ts'
import { mapTexts, readWire, writeWire } from './wire.ts'

/** A request that is ready to be sent. */
export interface Ready {
  readonly path: string
  readonly body: string | Uint8Array
}

const json = { 'content-type': 'application/json' }

/**
 * Makes the state of a server such that it has to answer as recorded, and the request such that it fits the state: objects
 * that are asked for are there, those that were not found are not, versions are the present ones or, for a conflict, old.
 */
export class Stage {
  readonly #target: Target
  readonly #samples: Samples
  #continue = ''

  constructor(target: Target, samples: Samples) {
    this.#target = target
    this.#samples = samples
  }

  /** Remembers what later requests go on from. */
  saw(answer: string): void {
    this.#continue = /"continue":"([^"]+)"/.exec(answer)?.[1] ?? this.#continue
  }

  async ready(exchange: Exchange): Promise<Ready> {
    const place = placeOf(exchange.path)
    const path = exchange.path
      .replace(/\?hash=\.\.\.&/, '?')
      .replace('[', '%5B')
      .replace(']', '%5D')
    if (place === undefined) return { path, body: sent(exchange) }
    await this.#prepare(exchange, place)
    const meta = place.name === '' ? undefined : await this.#meta(itemPath(place))
    const revised = await this.#query(path, place)
    if (exchange.binary === true) return { path: revised, body: this.#binary(exchange, meta) }
    return { path: revised, body: await this.#body(exchange, place, meta) }
  }

  async #prepare({ method, status, answer, headers, body }: Exchange, place: Place): Promise<void> {
    const { resource, name, subresource, namespace } = place
    if (namespace !== '' && status === 404 && method === 'POST' && name === '') {
      await this.#remove({
        ...place,
        prefix: '/api/v1',
        namespace: '',
        resource: 'namespaces',
        name: namespace,
      })
      return
    }
    if (namespace !== '') await this.#namespace(namespace, status === 403)
    await this.#samples.requirements(place, async (path, given) => this.#put(path, given))
    if (method === 'POST' && name === '') return this.#prepareCreate(place, status)
    if (name === '') return
    const found = (subresource !== '' && method !== 'GET') || status < 300 || status === 409 || status >= 429
    if (method === 'PATCH' && status === 201) return this.#remove(place)
    if (subresource === 'binding' || subresource === 'eviction') await this.#remove(place)
    if (status === 404 && !answer.includes('could not find the requested')) return this.#remove(place)
    if (!found && status !== 400 && status !== 415) return
    if (headers['content-type'] === 'application/apply-patch+yaml' && status === 200) {
      // What it applies now it has applied before.
      await this.#put(collectionPath(place), this.#samples.object(place, name))
      const manager = /fieldManager=[^&]+/.exec(place.query)?.[0] ?? ''
      await this.#target.send('PATCH', `${itemPath(place)}?${manager}&force=true`, { ...headers }, body)
      return
    }
    await this.#put(collectionPath(place), this.#samples.object(place, name))
    if (resource === 'pods' && subresource === 'eviction') await this.#budget(place, status)
    if (resource === 'pods' && method === 'GET' && subresource !== '') await this.#bind(place)
  }

  /** A namespace that is there, or one that is about to go: nothing can be created in it. */
  async #namespace(name: string, terminating: boolean): Promise<void> {
    const place: Place = { ...nowhere, prefix: '/api/v1', resource: 'namespaces', name }
    if (this.#terminating.delete(name)) await this.#remove(place)
    await this.#put('/api/v1/namespaces', { metadata: { name } })
    if (!terminating) return
    this.#terminating.add(name)
    await this.#target.send('DELETE', itemPath(place), {}, '')
  }

  readonly #terminating = new Set<string>()

  async #prepareCreate(place: Place, status: number): Promise<void> {
    const named = this.#created
    if (named === '') return
    if (status === 201) await this.#remove({ ...place, name: named })
    if (status === 409) await this.#put(collectionPath(place), this.#samples.object(place, named))
  }

  #created = ''

  /** Tells what the next POST creates. */
  creates(exchange: Exchange): void {
    const body = exchange.binary === true ? undefined : cutJson(exchange.body)
    const metadata = (body as { metadata?: { name?: string } } | undefined)?.metadata
    const text = exchange.binary === true ? protobufName(exchange.body) : undefined
    const definition = exchange.path.includes('/customresourcedefinitions') ? 'widgets.ex.io' : ''
    this.#created = text ?? metadata?.name ?? definition
  }

  async #meta(path: string): Promise<Meta | undefined> {
    const { status, text } = await this.#target.send('GET', path, {}, '')
    return status === 200 ? (JSON.parse(text) as { metadata: Meta }).metadata : undefined
  }

  /** Tokens and versions of this run in place of recorded ones. */
  async #query(path: string, place: Place): Promise<string> {
    if (path.includes('continue='))
      return path.replace(/continue=[^&]+/, `continue=${this.#continue || newest}`)
    if (!/resourceVersion=[1-9]/.test(path)) return path
    const { text } = await this.#target.send('GET', `${collectionPath(place)}?limit=1`, {}, '')
    const version = /"resourceVersion":"(\d+)"/.exec(text)?.[1] ?? '0'
    return path.replace(/resourceVersion=\d+/, `resourceVersion=${version}`)
  }

  async #body(exchange: Exchange, place: Place, meta: Meta | undefined): Promise<string> {
    const { method, status, headers } = exchange
    if (method === 'GET') return ''
    const type = headers['content-type'] ?? ''
    const given = cutJson(exchange.body)
    if (type.includes('json-patch')) {
      const operations = currentPatch(given, status === 409 ? '1' : meta?.resourceVersion)
      // Of long patches, the end was not recorded: there they name the version that they are for.
      const end = {
        op: 'replace',
        path: '/metadata/resourceVersion',
        value: status === 409 ? '1' : meta?.resourceVersion,
      }
      return JSON.stringify(isWhole(exchange.body) ? operations : [end])
    }
    const body = current(given, meta, status === 409 && method !== 'POST') as Json | undefined
    if (method === 'DELETE')
      return body === undefined
        ? ''
        : JSON.stringify({ ...body, ...('apiVersion' in body ? { apiVersion: 'v1' } : {}) })
    if (method === 'POST' && place.name === '') {
      if (exchange.body !== '' && isWhole(exchange.body)) return exchange.body
      const sample = this.#samples.object(place, this.#created || 'created')
      // Definitions make sense as a whole only.
      return JSON.stringify(place.resource === 'customresourcedefinitions' ? sample : filled(sample, body))
    }
    if (method === 'PUT') {
      const { text } = await this.#target.send('GET', itemPath(place), {}, '')
      const now = JSON.parse(text) as Json & { metadata: Json }
      const version = status === 409 ? { resourceVersion: '1' } : {}
      const part =
        place.subresource === 'status' && body?.['metadata'] === undefined ? { status: body ?? {} } : {}
      return JSON.stringify({ ...now, ...part, metadata: { ...now.metadata, ...version } })
    }
    if (place.subresource === 'binding' && body === undefined) return exchange.body
    return JSON.stringify(body ?? {})
  }

  #binary(exchange: Exchange, meta: Meta | undefined): Uint8Array {
    const bytes = Buffer.from(exchange.body, 'latin1')
    const message = withReplicaSet(readWire(bytes.subarray(4), true) ?? [])
    const stale = exchange.status === 409
    const changed = mapTexts(message, (text) => {
      if (uid.test(text)) return meta?.uid ?? text
      if (/^\d{2,6}$/.test(text)) return stale ? '1' : (meta?.resourceVersion ?? '')
      return text
    })
    return Buffer.concat([bytes.subarray(0, 4), writeWire(changed)])
  }

  async #budget(place: Place, status: number): Promise<void> {
    const budgets: Place = {
      ...place,
      prefix: '/apis/policy/v1',
      resource: 'poddisruptionbudgets',
      name: 'web',
    }
    await this.#remove(budgets)
    await this.#target.send(
      'PATCH',
      `${itemPath(place)}/status`,
      merge,
      JSON.stringify({ status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] } }),
    )
    if (status !== 429) return
    const labels = { app: 'web' }
    await this.#target.send('PATCH', itemPath(place), merge, JSON.stringify({ metadata: { labels } }))
    await this.#put(collectionPath(budgets), {
      metadata: { name: 'web' },
      spec: { minAvailable: 1, selector: { matchLabels: labels } },
    })
    const counted = {
      observedGeneration: 1,
      disruptionsAllowed: 0,
      currentHealthy: 1,
      desiredHealthy: 1,
      expectedPods: 1,
    }
    await this.#target.send(
      'PATCH',
      `${itemPath(budgets)}/status`,
      merge,
      JSON.stringify({ status: counted }),
    )
  }

  async #bind(place: Place): Promise<void> {
    const { namespace, name } = place
    await this.#put('/api/v1/nodes', { metadata: { name: 'node-a' } })
    const binding = { metadata: { name }, target: { kind: 'Node', name: 'node-a' } }
    await this.#target.send(
      'POST',
      `/api/v1/namespaces/${namespace}/pods/${name}/binding`,
      json,
      JSON.stringify(binding),
    )
  }

  async #put(path: string, body: unknown): Promise<void> {
    await this.#target.send('POST', path, json, JSON.stringify(body))
  }

  async #remove(place: Place): Promise<void> {
    const path = itemPath(place)
    const { status } = await this.#target.send(
      'DELETE',
      path,
      json,
      '{"gracePeriodSeconds":0,"propagationPolicy":"Background"}',
    )
    if (status === 404) return
    await this.#target.send('PATCH', path, merge, '{"metadata":{"finalizers":null}}')
    if (place.resource === 'namespaces')
      await this.#target.send(
        'PUT',
        `${path}/finalize`,
        json,
        JSON.stringify({ metadata: { name: place.name }, spec: {} }),
      )
  }
}

const nowhere: Place = { prefix: '', namespace: '', resource: '', name: '', subresource: '', query: '' }
const merge = { 'content-type': 'application/merge-patch+json' }
const uid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const newest = Buffer.from('{"v":"meta.k8s.io/v1","rv":-1,"start":"a\\u0000"}').toString('base64url')

function sent(exchange: Exchange): string | Uint8Array {
  return exchange.binary === true ? Buffer.from(exchange.body, 'latin1') : exchange.body
}
