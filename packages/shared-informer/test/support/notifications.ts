import type { KubernetesObject } from '@rxkube/meta'
import type { Notification } from '@rxkube/shared-informer'

/** An object as small as mailboxes need it. */
export function pod(name: string, resourceVersion: number, uid = `uid-${name}`): KubernetesObject {
  return { metadata: { namespace: 'default', name, uid, resourceVersion: String(resourceVersion) } }
}

type Of<Type> = Extract<Notification<KubernetesObject>, { type: Type }>

export const added = (key: string, object: KubernetesObject, initial = false): Of<'added'> => ({
  type: 'added',
  key,
  object,
  initial,
})

export const updated = (
  key: string,
  before: KubernetesObject,
  object: KubernetesObject,
  flags: { sync?: boolean; replaced?: boolean } = {},
): Of<'updated'> => ({ type: 'updated', key, before, object, sync: false, replaced: false, ...flags })

export const deleted = (
  key: string,
  object: KubernetesObject | undefined,
  finalStateUnknown = false,
): Of<'deleted'> => ({ type: 'deleted', key, object, finalStateUnknown })

/** Takes everything that waits. */
export function drain<T>(mailbox: { take(): Notification<T> | undefined }): Notification<T>[] {
  const taken: Notification<T>[] = []
  for (let next = mailbox.take(); next; next = mailbox.take()) taken.push(next)
  return taken
}
