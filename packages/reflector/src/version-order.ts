import { compareResourceVersion, isComparableResourceVersion } from '@rxkube/meta'

/** Whether `a` is older than `b`, as far as the two have an order; otherwise nothing is known, and it is not. */
export function isOlder(a: string, b: string): boolean {
  return isComparableResourceVersion(a) && isComparableResourceVersion(b) && compareResourceVersion(a, b) < 0
}

/** Versions that ask for a state without naming it: a watch from there begins with events in no order. */
export function isUnset(resourceVersion: string): boolean {
  return resourceVersion === '' || resourceVersion === '0'
}
