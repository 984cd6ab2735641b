const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g
const age = /^\d+[smhd](\d+[smh])?$/
const address = /^10\.\d+\.\d+\.\d+$/

type Json = Readonly<Record<string, unknown>>

/** A body without what no two runs share: uids, times, versions, allocated addresses; managedFields stand aside. */
export interface NormalForm {
  readonly value: unknown
  /** The managedFields of every object, in order. */
  readonly managedFields: readonly unknown[]
}

export function normalForm(value: unknown): NormalForm {
  const managedFields: unknown[] = []
  return { value: normal(withoutSuffix(value), '', managedFields), managedFields }
}

/** Text in which uids, times and versions are replaced by what they are. */
export function normalText(text: string): string {
  return text
    .replaceAll(uuid, '<uid>')
    .replaceAll(time, '<time>')
    .replaceAll(/\bBad_[a-z0-9]{5}\b/g, 'Bad_<random>')
    .replaceAll(
      /(resource ?version:? "?|ResourceVersion: |current: |record \()\d+( \(\d+\))?/gi,
      '$1<version>',
    )
    .replaceAll(/(resourceVersion[\\":\s]+)\d+/g, '$1<version>')
    .replaceAll(/("continue":\s*)"[^"]+"/g, '$1"<continue>"')
}

function normal(value: unknown, key: string, managedFields: unknown[]): unknown {
  if (Array.isArray(value)) return value.map((each) => normal(each, key, managedFields))
  if (typeof value === 'string') return normalString(value, key)
  if (key === 'nodePort' && typeof value === 'number' && value >= 30_000) return '<port>'
  if (typeof value !== 'object' || value === null) return value
  const object = value as Json
  const result: Record<string, unknown> = {}
  const generated = typeof object['generateName'] === 'string' && typeof object['name'] === 'string'
  for (const [name, each] of Object.entries(object)) {
    if (name === 'managedFields') managedFields.push(normal(each, '', []))
    else if (name === 'name' && generated) result[name] = generatedName(object)
    else result[name] = normal(each, name, managedFields)
  }
  return result
}

/** Where a name was generated, it may stand in other places too. */
function withoutSuffix(value: unknown): unknown {
  const metadata = (value as { metadata?: Json } | undefined)?.metadata
  const { generateName, name } = metadata ?? {}
  if (typeof generateName !== 'string' || typeof name !== 'string') return value
  const random = String(generatedName({ generateName, name }))
  const text = JSON.stringify(value).replaceAll(JSON.stringify(name), JSON.stringify(random))
  return JSON.parse(text) as unknown
}

function generatedName({ generateName, name }: Json): unknown {
  const prefix = String(generateName).slice(0, 58)
  return String(name).startsWith(prefix) && String(name).length === prefix.length + 5
    ? `${prefix}<random>`
    : name
}

function normalString(value: string, key: string): string {
  if (key === 'uid') return '<uid>'
  if (key === 'resourceVersion') return '<version>'
  if (key === 'continue') return '<continue>'
  if (key === 'cells' && age.test(value)) return '<age>'
  if ((key === 'clusterIP' || key === 'clusterIPs') && address.test(value)) return '<address>'
  return normalText(value)
}
