import type { Exchange } from './exchange.ts'

const nothing = {
  method: 'GET',
  headers: {},
  body: '',
  answerHeaders: {},
  cut: false,
  traffic: true,
  watch: undefined,
} as const

const selectorLine = /^(\S+)\/(v\d) (\w+): (.*?) {3}\| error text: (.*)$/

/**
 * Which field selectors each resource takes: a line of those that were taken, and what was said to the last one that was
 * not. Each that is named anywhere was tried on every resource.
 */
export function parseFieldSelectors(name: string, text: string): readonly Exchange[] {
  const lines = text.split('\n').flatMap((line, at) => {
    const match = selectorLine.exec(line)
    return match === null ? [] : [{ at: at + 1, match }]
  })
  const all = new Set(lines.flatMap(({ match }) => (match[4] ?? '').split(', ')))
  return lines.flatMap(
    ({ at, match: [, group = '', version = '', resource = '', taken = '', error = ''] }) => {
      const prefix = group === 'core' ? `/api/${version}` : `/apis/${group}/${version}`
      const taking = new Set(taken.split(', '))
      const refused = [...all].filter((label) => !taking.has(label))
      const tried = error.includes('status.loadBalancer') ? 'status.loadBalancer.ingress' : 'spec.host'
      return [...taking, ...refused].map((label): Exchange => {
        const taught = taking.has(label)
        const said = !taught && label === tried
        return Object.assign({}, nothing, {
          id: `${name}#${at} ${label}`,
          title: `${resource}: ${label}`,
          path: `${prefix}/${resource}?fieldSelector=${label}%3Dtrue`,
          status: taught ? 200 : 400,
          answer: said ? JSON.stringify({ ...badRequest, message: error }) : '',
        })
      })
    },
  )
}

const badRequest = {
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message: '',
  reason: 'BadRequest',
  code: 400,
}

const columnsLine = /^(\S+) (\w+): (.*?)(?: {3}e\.g\. (.*))?$/

/** The columns of each resource, those that only a wide table shows with a star. */
export function parseColumns(name: string, text: string): readonly Exchange[] {
  const seen = new Set<string>()
  return (text.split('\n## ')[0] ?? '').split('\n').flatMap((line, at): Exchange[] => {
    const match = columnsLine.exec(line)
    if (match === null || line.startsWith('(')) return []
    const [, group = '', resource = '', columns = ''] = match
    // Autoscalers are listed in both of their versions.
    const second = seen.has(`${group}/${resource}`)
    seen.add(`${group}/${resource}`)
    const version = group === 'autoscaling' && !second ? 'v2' : 'v1'
    const prefix = group === 'core' ? '/api/v1' : `/apis/${group}/${version}`
    return [
      {
        ...nothing,
        id: `${name}#column-${at + 1}`,
        title: `columns of ${resource}`,
        path: `${prefix}/${resource}?limit=1`,
        headers: { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' },
        status: 200,
        answer: '',
        columns: columns.split(', '),
      },
    ]
  })
}
