import { type KubernetesObject, parseLabelSelector } from '@rxkube/meta'

/** What decides by labels; a `LabelSelector` is one. */
export interface LabelMatcher {
  matches(labels: Readonly<Record<string, string>>): boolean
  /** True if it matches everything: labels are then not looked at. */
  readonly isEmpty?: boolean
  /** True if it matches nothing: objects are then not looked at. */
  readonly isNothing?: boolean
}

/** A label selector, or its text such as `app=web,tier in (a, b)`. Text that does not parse throws `SelectorSyntaxError`. */
export type Selector = string | LabelMatcher

/** The selector itself, parsed; undefined selects everything. */
export function parsed(selector: Selector | undefined): LabelMatcher | undefined {
  const result = typeof selector === 'string' ? parseLabelSelector(selector) : selector
  return result?.isEmpty === true ? undefined : result
}

/** Whether an object's labels are selected. */
export function matcher(selector: Selector | undefined): (object: unknown) => boolean {
  const labels = parsed(selector)
  if (labels === undefined) return () => true
  if (labels.isNothing === true) return () => false
  return (object) => labels.matches((object as KubernetesObject).metadata?.labels ?? {})
}
