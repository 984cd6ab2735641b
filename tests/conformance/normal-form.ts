const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g
const age = /^\d+[smhd](\d+[smh])?$/
const address = /^10\.\d+\.\d+\.\d+$/

// What a server says of itself.
const build = new Set([
  'gitVersion',
  'gitCommit',
  'gitTreeState',
  'goVersion',
  'compiler',
  'platform',
  'buildDate',
])

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
  return (
    text
      .replaceAll(uuid, '<uid>')
      .replaceAll(/\beyJ(?:[\w-]+\.[\w-]+\.[\w-]+|\(redacted[^)]*\))/g, '<token>')
      .replaceAll(/\bkube-api-access-[a-z0-9]{5}\b/g, 'kube-api-access-<random>')
      .replaceAll(/( lookup \S+) on [\d.]+:\d+/g, '$1')
      // Go writes these in JSON as escapes, and its differences with spaces of a kind that no program should rely on.
      .replaceAll(/\\u003([ce])/g, (_all, of: string) => (of === 'c' ? '<' : '>'))
      .replaceAll('\\u0026', '&')
      .replaceAll('\u00a0', ' ')
      .replaceAll(/-----BEGIN CERTIFICATE-----.*/gs, '<certificate>')
      .replaceAll(time, '<time>')
      .replaceAll(/\bBad_[a-z0-9]{5}\b/g, 'Bad_<random>')
      .replaceAll(
        /(resource ?version:? "?|ResourceVersion: |current: |record \()\d+( \(\d+\))?/gi,
        '$1<version>',
      )
      .replaceAll(/(resourceVersion[\\":\s]+)\d+/g, '$1<version>')
      .replaceAll(/("continue":\s*)"[^"]+"/g, '$1"<continue>"')
      .replaceAll(/0xc[0-9a-f]{9}/g, '<pointer>')
      .replaceAll(/("(?:git|go)[A-Z][A-Za-z]+|"compiler|"platform)":\s*"[^"]*"/g, '$1": "<build>"')
      .replaceAll(/("buildDate":\s*)"[^"]*"/g, '$1"<build>"')
      .replaceAll(/("columnDefinitions":\s*\[.*)/gs, withoutDescriptions)
      .replaceAll(/(https:\/\/)?127\.0\.0\.1(:\d+)?(?=["/])/g, '<server>')
  )
}

/** Descriptions of columns are prose, which the package does not hold: see the deliberate differences. */
function withoutDescriptions(text: string): string {
  return text.replaceAll(/("description":\s*)"(?:[^"\\]|\\.)*("|$)/g, '$1"<description>"')
}

function normal(value: unknown, key: string, managedFields: unknown[]): unknown {
  if (Array.isArray(value)) return value.map((each) => normal(each, key, managedFields))
  if (typeof value === 'string') return normalString(value, key)
  if (key === 'targetPort' && (value === 26_443 || value === 6443)) return '<server>'
  if (key === 'nodePort' && typeof value === 'number' && value >= 30_000) return '<port>'
  if (typeof value !== 'object' || value === null) return value
  const object = value as Json
  const result: Record<string, unknown> = {}
  const generated = typeof object['generateName'] === 'string' && typeof object['name'] === 'string'
  for (const [name, each] of Object.entries(object)) {
    if (name === 'managedFields') managedFields.push(normal(each, '', []))
    else if (name === 'nonResourceRules' || name === 'resourceRules') result[name] = unordered(each)
    else if (name === 'name' && generated) result[name] = generatedName(object)
    else result[name] = normal(each, name, managedFields)
  }
  return result
}

/** Rules come in the order of a Go map. */
function unordered(list: unknown): unknown {
  if (!Array.isArray(list)) return list
  return list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
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
  if (build.has(key)) return '<build>'
  if (key === 'description') return '<description>'
  if (key === 'serverAddress') return '<server>'
  if (key === 'resourceVersion') return '<version>'
  if (key === 'continue') return '<continue>'
  if (key === 'cells' && age.test(value)) return '<age>'
  if ((key === 'clusterIP' || key === 'clusterIPs') && address.test(value)) return '<address>'
  return normalText(value)
}
