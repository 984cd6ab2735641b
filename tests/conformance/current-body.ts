/** Who an object is now, and in which version. */
export interface Meta {
  readonly uid: string
  readonly resourceVersion: string
}

export type Json = Record<string, unknown>

/** A body whose own uid and version are those of the object as it is. */
export function current(value: unknown, meta: Meta | undefined, stale: boolean): unknown {
  if (!isJson(value)) return undefined
  const { metadata, preconditions, ...rest } = value
  const revised = (of: unknown): Json => {
    const { uid: hasUid, resourceVersion, ...others } = isJson(of) ? of : {}
    return {
      ...others,
      ...(hasUid === undefined || meta === undefined ? {} : { uid: meta.uid }),
      ...(resourceVersion === undefined ? {} : { resourceVersion: stale ? '1' : meta?.resourceVersion }),
    }
  }
  return {
    ...rest,
    ...(metadata === undefined ? {} : { metadata: revised(metadata) }),
    ...(preconditions === undefined ? {} : { preconditions: revised(preconditions) }),
  }
}

/** A JSON patch that names the version that is given. */
export function currentPatch(value: unknown, version: string | undefined): unknown {
  if (!Array.isArray(value)) return value
  return value.map((operation: unknown) => {
    const versioned = isJson(operation) && operation['path'] === '/metadata/resourceVersion'
    return versioned ? { ...operation, value: version } : operation
  })
}

/** An object with what is known of the one that was sent. */
export function filled(sample: unknown, given: unknown): unknown {
  if (!isJson(sample) || !isJson(given)) {
    return given === undefined || (Array.isArray(given) && given.length === 0) ? sample : given
  }
  const result: Json = { ...sample }
  for (const [key, value] of Object.entries(given)) result[key] = filled(result[key], value)
  if (isJson(result['metadata']) && result['metadata']['generateName'] !== undefined) {
    const { name: _name, ...metadata } = result['metadata']
    result['metadata'] = metadata
  }
  return result
}

/** The name of an object in protobuf, which stands in front of its empty generateName. */
export function protobufName(bytes: string): string | undefined {
  const end = bytes.indexOf('\u0012\u0000\u001a')
  const start = bytes.lastIndexOf('\n', end)
  return end === -1 ? undefined : bytes.slice(start + 2, end)
}

/** Whether a text is JSON to its end. */
export function isWhole(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
