import { asArray, asObject, asString, isObject, type JsonObject } from '../codec/json.ts'

/** Whether a node is one that a pod wants. */
export type NodeTest = (node: {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
}) => boolean

/** A pod's nodeSelector and required node affinity. Upstream: GetRequiredNodeAffinity. */
export function requiredNodes(spec: JsonObject): NodeTest | undefined {
  const labels = Object.entries(asObject(spec['nodeSelector']))
  const affinity = asObject(asObject(spec['affinity'])['nodeAffinity'])
  const required = affinity['requiredDuringSchedulingIgnoredDuringExecution']
  const terms = isObject(required)
    ? asArray(required['nodeSelectorTerms']).filter(isObject).map(term)
    : undefined
  if (labels.length === 0 && terms === undefined) return undefined
  return (node) =>
    labels.every(([key, value]) => node.labels[key] === value) && (terms?.some((each) => each(node)) ?? true)
}

/** How much a pod would like a node: the weights of its preferred node affinity that fit. */
export function preferredNodes(spec: JsonObject): (node: Parameters<NodeTest>[0]) => number {
  const affinity = asObject(asObject(spec['affinity'])['nodeAffinity'])
  const preferred = asArray(affinity['preferredDuringSchedulingIgnoredDuringExecution']).filter(isObject)
  const terms = preferred.map((each) => ({
    fits: term(asObject(each['preference'])),
    weight: Number(each['weight'] ?? 0),
  }))
  return (node) => terms.reduce((sum, { fits, weight }) => (fits(node) ? sum + weight : sum), 0)
}

/** An empty term fits nothing. */
function term({ matchExpressions, matchFields }: JsonObject): NodeTest {
  const byLabel = asArray(matchExpressions).filter(isObject)
  const byField = asArray(matchFields).filter(isObject)
  if (byLabel.length === 0 && byField.length === 0) return () => false
  const labels = byLabel.map((each) => ({ key: asString(each['key']), fits: requirement(each) }))
  const fields = byField.map((each) => ({ key: asString(each['key']), fits: requirement(each) }))
  return (node) =>
    labels.every(({ key, fits }) => fits(Object.hasOwn(node.labels, key) ? node.labels[key] : undefined)) &&
    fields.every(({ key, fits }) => fits(key === 'metadata.name' ? node.name : undefined))
}

function requirement({ operator, values }: JsonObject): (value: string | undefined) => boolean {
  const list = asArray(values).map(asString)
  const [limit = ''] = list
  const number = (text: string | undefined) => (/^[+-]?\d+$/.test(text ?? '') ? Number(text) : NaN)
  switch (operator) {
    case 'In':
      return (value) => value !== undefined && list.includes(value)
    case 'NotIn':
      return (value) => value === undefined || !list.includes(value)
    case 'Exists':
      return (value) => value !== undefined
    case 'DoesNotExist':
      return (value) => value === undefined
    case 'Gt':
      return (value) => number(value) > number(limit)
    case 'Lt':
      return (value) => number(value) < number(limit)
    default:
      return () => false
  }
}
