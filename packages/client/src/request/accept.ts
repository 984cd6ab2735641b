const metadata = ';g=meta.k8s.io;v=v1'

/** The `accept` header for whole objects, or for their metadata alone. */
export function acceptFor(
  what: 'object' | 'list',
  projection: 'full' | 'metadata' | undefined,
): string | undefined {
  if (projection !== 'metadata') return undefined
  const kind = what === 'list' ? 'PartialObjectMetadataList' : 'PartialObjectMetadata'
  return `application/json;as=${kind}${metadata},application/json`
}
