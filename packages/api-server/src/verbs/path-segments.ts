import { badRequest, resourceNotFound } from '../status.ts'
import type { RequestInfo } from './request.ts'

/** Checks what a path names before anything is looked up. Throws a 404 for empty segments and a 400 for names that are none. */
export function checkSegments({ path, name, subresource }: RequestInfo): void {
  if (path.includes('//')) throw resourceNotFound()
  // What follows the name is looked for first, and the name with it.
  if (subresource !== '') return
  const faults: string[] = []
  if (name === '.' || name === '..') faults.push(`may not be '${name}'`)
  // A slash cannot be in it: it is decoded before the path is split.
  if (name.includes('%')) faults.push("may not contain '%'")
  if (faults.length === 0) return
  throw badRequest(`Name parameter invalid: ${JSON.stringify(name)}: ${faults.join(';')}`)
}
