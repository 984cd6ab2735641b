import { asArray, asObject, asString } from '../codec/json.ts'

/** A map as kubectl shows it: `a=b,c=d`, or `<none>`. */
export function mapText(map: unknown): string {
  const pairs = Object.entries(asObject(map)).map(([key, value]) => `${key}=${asString(value)}`)
  return pairs.toSorted().join(',') || '<none>'
}

/** A LabelSelector as kubectl shows it: `app=web,tier in (a,b),!old`, or `<none>`. */
export function selectorText(selector: unknown): string {
  const { matchLabels, matchExpressions } = asObject(selector)
  const parts = Object.entries(asObject(matchLabels)).map(([key, value]) => `${key}=${asString(value)}`)
  for (const expression of asArray(matchExpressions)) {
    const { key, operator, values } = asObject(expression)
    const list = asArray(values).map(asString).toSorted().join(',')
    const name = asString(key)
    if (operator === 'In') parts.push(`${name} in (${list})`)
    if (operator === 'NotIn') parts.push(`${name} notin (${list})`)
    if (operator === 'Exists') parts.push(name)
    if (operator === 'DoesNotExist') parts.push(`!${name}`)
  }
  return parts.toSorted().join(',') || '<none>'
}
