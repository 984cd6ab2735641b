import type { Installable } from './custom-resource.ts'

/**
 * The definitions as text for a file: JSON, which is YAML too, so that `kubectl apply -f` takes it. Several become a
 * List.
 */
export function toManifest(...resources: readonly Installable[]): string {
  const [first] = resources
  const crds = resources.map(({ crd }) => crd)
  const whole = resources.length === 1 ? first?.crd : { apiVersion: 'v1', kind: 'List', items: crds }
  return `${JSON.stringify(whole, undefined, 2)}\n`
}
