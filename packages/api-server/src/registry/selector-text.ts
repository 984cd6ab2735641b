import { asArray, asObject, asString } from '../codec/json.ts'

/** A map as kubectl shows it: `a=b,c=d`, or `<none>`. */
export function mapText(map: unknown): string {
  const pairs = Object.entries(asObject(map)).map(([key, value]) => `${key}=${asString(value)}`)
  return pairs.toSorted().join(',') || '<none>'
}

/** A LabelSelector as kubectl shows it, by key: `app=web,!old,tier in (a,b)`, or `<none>`. */
export function selectorText(selector: unknown): string {
  const { matchLabels, matchExpressions } = asObject(selector)
  const parts = Object.entries(asObject(matchLabels)).map(([key, value]) => ({
    key,
    text: `${key}=${asString(value)}`,
  }))
  for (const expression of asArray(matchExpressions)) {
    const { key: field, operator, values } = asObject(expression)
    const list = asArray(values).map(asString).toSorted().join(',')
    const key = asString(field)
    if (operator === 'In') parts.push({ key, text: `${key} in (${list})` })
    if (operator === 'NotIn') parts.push({ key, text: `${key} notin (${list})` })
    if (operator === 'Exists') parts.push({ key, text: key })
    if (operator === 'DoesNotExist') parts.push({ key, text: `!${key}` })
  }
  const sorted = parts.toSorted((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))
  return sorted.map(({ text }) => text).join(',') || '<none>'
}
