import { createHash } from 'node:crypto'
import { openapiFacts } from '../facts/openapi.ts'
import { resourcesFacts } from '../facts/resources.ts'
import type { Registry } from '../registry/registry.ts'
import { discoveryDocument, versionDocument } from './document.ts'
import { schemasFor } from './schemas.ts'

/** A document as it is sent, and the hash that its URL carries. */
export interface HashedDocument {
  readonly hash: string
  readonly text: () => string
}

/** What the built-in documents are made of; their hashes change when it does. */
const facts = sha512(openapiFacts + resourcesFacts)

const builtInTexts = new Map<string, string>()

/** The documents of everything that is served, by their path under `/openapi/v3/`. */
export function documents(registry: Registry): ReadonlyMap<string, HashedDocument> {
  const found = new Map<string, HashedDocument>()
  for (const path of ['api', 'apis', 'version'])
    found.set(
      path,
      builtIn(path, () => discoveryDocument(path)),
    )
  for (const [group, versions] of registry.groups()) {
    if (group !== '')
      found.set(
        `apis/${group}`,
        builtIn(`apis/${group}`, () => discoveryDocument(`apis/${group}`)),
      )
    for (const version of versions) {
      const path = group === '' ? `api/${version}` : `apis/${group}/${version}`
      found.set(
        path,
        builtIn(path, () => versionDocument(registry, group, version)),
      )
    }
  }
  for (const source of registry.documentSources) {
    for (const path of source.paths()) {
      const document = source.document(path, schemasFor)
      if (document === undefined) continue
      const text = JSON.stringify(document)
      found.set(path, { hash: sha512(text), text: () => text })
    }
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Built-in documents never change, so they are written once for all servers of a process. */
function builtIn(path: string, document: () => unknown): HashedDocument {
  return {
    hash: sha512(`${path} ${facts}`),
    text: () => {
      const text = builtInTexts.get(path) ?? JSON.stringify(document())
      builtInTexts.set(path, text)
      return text
    },
  }
}

function sha512(text: string): string {
  return createHash('sha512').update(text).digest('hex').toUpperCase()
}
