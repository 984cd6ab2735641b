/** Orders versions as clients prefer them: v2, v1, v2beta1, v1beta2, v1alpha1, then the rest by name. */
export function compareVersions(a: string, b: string): number {
  const left = parts(a)
  const right = parts(b)
  if (left === undefined || right === undefined) {
    if (left !== undefined) return -1
    if (right !== undefined) return 1
    return a < b ? -1 : a > b ? 1 : 0
  }
  return right.stage - left.stage || right.major - left.major || right.minor - left.minor
}

const stages = ['alpha', 'beta', '']

function parts(version: string) {
  const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version)
  if (match === null) return undefined
  return { stage: stages.indexOf(match[2] ?? ''), major: Number(match[1]), minor: Number(match[3] ?? 0) }
}
