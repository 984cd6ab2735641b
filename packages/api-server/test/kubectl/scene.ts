import type { ApiServerOptions } from '@rxkube/api-server'
import type { Api } from '../support/api.ts'
import type { Exchange } from './normal-form.ts'
import type { Placed } from './objects.ts'
import type { Before, Meddle } from './recording-proxy.ts'

/** What a cluster held when a command was recorded, and what went on in it meanwhile. */
export interface Scene {
  readonly objects?: readonly Placed[]
  /** Files that the command reads, below its home. */
  readonly files?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: unknown
  readonly server?: ApiServerOptions
  /** What controllers and kubelets did; the recorded cluster had them, a test plays them. */
  readonly meddle?: (api: Api) => Meddle
  readonly before?: Before
  /** The command goes on until it is ended, once this request was answered and it has printed something. */
  readonly endsAfter?: (exchange: Exchange) => boolean
  /** kubectl knew nothing of the server. */
  readonly cold?: true
  /** A resource that kubectl had found out about before. */
  readonly knows?: string
  /** kubectl does several things at once: lines and requests are compared without their order. */
  readonly unordered?: true
  /** What is compared instead of what was recorded, and why it cannot be the same. */
  readonly instead?: {
    readonly why: string
    /** It gives another reason for its failure, too. */
    readonly otherReason?: true
    readonly requests?: readonly Exchange[]
  }
  /** The scene is not the recorded one in something that the output does not tell: why. */
  readonly inexact?: string
  /** It was recorded with `-v=8`, and this command then prints more on stdout too. */
  readonly verbose?: true
  /** The minor versions of kubectl that print and ask the same; of others, only the exit code is compared. */
  readonly holds?: { readonly from?: number; readonly to?: number }
  /** The first minor version of kubectl that has the command. */
  readonly since?: number
}

/** Puts the objects of a scene into a server. */
export async function place(api: Api, objects: readonly Placed[]): Promise<void> {
  for (const each of objects) {
    const { at, object, generation = 1 } = each
    const { status, ...rest } = object
    const counted = object.kind === 'Deployment' ? 'minReadySeconds' : 'size'
    const path = `${at.split('?')[0]}/${object.metadata.name}`
    // What every cluster has is there already.
    if ((await api.get(path)).status === 200) continue
    const metadata = { ...rest.metadata, ...(await owner(api, each)) }
    const first = generation > 1 ? { spec: { ...object.spec, [counted]: 1000 } } : {}
    const created = await api.post(at, { ...rest, ...first, metadata, ...(await subject(api, each)) })
    if (created.status !== 201) throw new Error(`${at} ${object.metadata.name}: ${created.text}`)
    for (let reached = 2; reached <= generation; reached++) {
      const last = object.spec?.[counted] ?? null
      await api.merge(path, { spec: { [counted]: reached === generation ? last : 1000 + reached } })
    }
    // A node begins with the taint of one that is not ready.
    if (object.kind === 'Node') await api.merge(path, { spec: { taints: object.spec?.['taints'] ?? null } })
    if (status === undefined) continue
    const changed = await api.merge(`${path}/status`, { status })
    if (changed.status !== 200) throw new Error(`${path}/status: ${changed.text}`)
  }
}

async function owner(api: Api, { ownedBy }: Placed): Promise<object> {
  if (ownedBy === undefined) return {}
  const { body } = await api.get(ownedBy)
  const { apiVersion, kind } = body
  const name = body.metadata?.name
  const controls = { controller: true, blockOwnerDeletion: true }
  return { ownerReferences: [{ apiVersion, kind, name, uid: body.metadata?.uid, ...controls }] }
}

async function subject(api: Api, { about, object }: Placed): Promise<object> {
  if (about === undefined) return {}
  const { body } = await api.get(about)
  const involved = object['involvedObject'] as object
  return { involvedObject: { ...involved, uid: body.metadata?.uid } }
}
