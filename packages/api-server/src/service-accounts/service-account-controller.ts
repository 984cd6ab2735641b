import type { Backend } from '../backend.ts'
import type { ApiObject, JsonObject } from '../codec/json.ts'
import { asObject, equalJson } from '../codec/json.ts'
import { Turns } from '../controllers/turns.ts'
import type { ServedResource } from '../registry/resource.ts'
import { decodeObject, settled } from '../verbs/body.ts'
import { commitUpdate, createObject } from '../verbs/writer.ts'

/** What each namespace is to have. */
interface Wanted {
  readonly resource: 'serviceaccounts' | 'configmaps'
  readonly name: string
  readonly value: () => JsonObject
  /** Puts right what somebody changed; undefined when nothing is wrong. */
  readonly mended: (object: ApiObject) => ApiObject | undefined
}

const note =
  'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.'

/** Each namespace has a service account `default`. Upstream: the serviceaccount controller. */
export function defaultAccounts(backend: Backend, failed: (error: unknown) => void): NamespaceContent {
  const wanted: Wanted = {
    resource: 'serviceaccounts',
    name: 'default',
    value: () => ({ metadata: { name: 'default' } }),
    mended: () => undefined,
  }
  return new NamespaceContent(backend, wanted, failed)
}

/** Each namespace has a config map `kube-root-ca.crt`. Upstream: the root-ca-certificate-publisher controller. */
export function rootCaPublisher(backend: Backend, failed: (error: unknown) => void): NamespaceContent {
  const data = { 'ca.crt': backend.serviceAccounts.rootCa }
  const wanted: Wanted = {
    resource: 'configmaps',
    name: 'kube-root-ca.crt',
    value: () => ({
      metadata: { name: 'kube-root-ca.crt', annotations: { 'kubernetes.io/description': note } },
      data,
    }),
    mended: (object) => (equalJson(asObject(object['data']), data) ? undefined : { ...object, data }),
  }
  return new NamespaceContent(backend, wanted, failed)
}

/** Sees to it that each namespace that is not about to go has some object. */
export class NamespaceContent {
  readonly #backend: Backend
  readonly #wanted: Wanted
  readonly #resource: ServedResource
  readonly #turns: Turns
  readonly #unsubscribe: () => void

  constructor(backend: Backend, wanted: Wanted, failed: (error: unknown) => void) {
    const resource = backend.registry.get('', 'v1', wanted.resource)
    if (resource === undefined) throw new TypeError(`the registry serves no ${wanted.resource}`)
    this.#backend = backend
    this.#wanted = wanted
    this.#resource = resource
    this.#turns = new Turns(backend.clock, (namespace) => this.#see(namespace), failed)
    this.#unsubscribe = backend.store.subscribe((collection, { key }) => {
      if (collection === 'namespaces') this.#turns.add(key)
      else if (collection === resource.storage && key.endsWith(`/${wanted.name}`)) {
        this.#turns.add(key.slice(0, key.indexOf('/')))
      }
    })
    // What is there at the start has it at once: the first request may be for a pod.
    for (const key of backend.store.collection('namespaces').list().keys) this.#see(key)
  }

  stop(): void {
    this.#unsubscribe()
    this.#turns.stop()
  }

  #see(namespace: string): void {
    const found = this.#backend.store.collection('namespaces').get(namespace)
    if (found === undefined || found.metadata.deletionTimestamp !== undefined) return
    const object = this.#backend.store
      .collection(this.#resource.storage)
      .get(`${namespace}/${this.#wanted.name}`)
    if (object === undefined) {
      const options = { dryRun: false, fieldValidation: 'Strict' } as const
      const decoded = decodeObject(this.#resource, this.#wanted.value(), options, [])
      createObject(this.#backend, this.#resource, namespace, decoded.object)
      return
    }
    const mended = object.metadata.deletionTimestamp === undefined ? this.#wanted.mended(object) : undefined
    if (mended === undefined) return
    commitUpdate(this.#backend, this.#resource, object, settled(this.#resource, mended), false)
  }
}
