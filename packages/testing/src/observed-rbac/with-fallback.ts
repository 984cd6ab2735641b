import type { ResourceAccess } from './access.ts'

/** Adds lists to watches and watches to lists: an informer does what the server lets it, and was seen doing one of both. */
export function withFallback(accesses: readonly ResourceAccess[]): readonly ResourceAccess[] {
  return accesses.flatMap((access) => {
    if (access.verb === 'watch') return [access, { ...access, verb: 'list' }]
    return access.verb === 'list' ? [access, { ...access, verb: 'watch' }] : [access]
  })
}
