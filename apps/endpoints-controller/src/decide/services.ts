import type { Cached, Service } from '@rxkube/meta'

/** Without a cluster IP: `None`, or not given yet. */
export function isHeadless({ spec }: Cached<Service>): boolean {
  return !spec?.clusterIP || spec.clusterIP === 'None'
}

/** Whether the controllers look after the addresses of a Service; those of one without a selector are its author's. */
export function isManaged({ spec }: Cached<Service>): boolean {
  return spec?.type !== 'ExternalName' && !!spec?.selector
}

type Labels = Readonly<Record<string, string>>

// Every event of a pod asks every Service of its namespace: taking selectors apart each time would be most of the work.
const requirements = new WeakMap<Labels, readonly (readonly [key: string, value: string])[]>()

/** Whether a Service selects pods with these labels. An empty selector selects all, a missing one none. */
export function selects({ spec }: Cached<Service>, labels: Labels | null | undefined): boolean {
  const selector = spec?.selector
  if (!selector) return false
  let required = requirements.get(selector)
  if (!required) requirements.set(selector, (required = Object.entries(selector)))
  for (const [key, value] of required) {
    if (!labels || !Object.hasOwn(labels, key) || labels[key] !== value) return false
  }
  return true
}
