import type { Exchange } from './exchange.ts'

const clientLine =
  /^([A-Z]+) (\/\S*) -> (\d{3}) \| auth=\w+ \| ua=(.*?) \| accept=(.*?) \| ct=(.*?) \| enc=(.*?) \| body="(.*?)"?$/

/** Requests of one line each: method, path, status, headers, and the beginning of the body as a JSON string. */
export function parseClientTraffic(name: string, text: string): readonly Exchange[] {
  return text.split('\n').flatMap((line, at): Exchange[] => {
    const match = clientLine.exec(line)
    if (match === null) return []
    const [, method = '', path = '', status, agent = '', accept = '', type = '', , quoted = ''] = match
    const body = unquoted(quoted)
    return [
      {
        ...nothing,
        id: `${name}#${at + 1}`,
        method,
        path,
        headers: headersOf({ accept, 'content-type': type, 'user-agent': agent }),
        body,
        status: Number(status),
        binary: type.endsWith('protobuf'),
        watch: /[?&]watch=true/.test(path) ? { at: [], ended: undefined } : undefined,
      },
    ]
  })
}

const nothing = { title: '', answerHeaders: {}, answer: '', cut: true, watch: undefined, traffic: true }

function headersOf(given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
}

/** The text of a JSON string that may end anywhere. */
function unquoted(text: string): string {
  for (let length = text.length; length > text.length - 8; length--) {
    try {
      return String(JSON.parse(`"${text.slice(0, length)}"`))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return ''
}

const controllerLine = /^(\S+)\s+(\w+)\s+(\S+) (\S*)\/(\S*) -> (\d{3})\s+\[(.*?)\](?:\?(\S*))? ?(.*)$/
const informerLine = /^(system:\S+) (list|watch) (\/\S+) x\d+$/
const discoveryLine = /^controller-manager get\s+\/ -> 200 {2}\[(.*?)\]/
const aggregated =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json'
const methods = new Map([
  ['create', 'POST'],
  ['update', 'PUT'],
  ['patch', 'PATCH'],
  ['delete', 'DELETE'],
  ['deletecollection', 'DELETE'],
])

/** What controllers were seen to do: who, verb, resource, object, status, agent, and the beginning of the body. */
export function parseControllerTraffic(name: string, text: string): readonly Exchange[] {
  return text.split('\n').flatMap((line, at): Exchange[] => {
    const id = `${name}#${at + 1}`
    const informer = informerLine.exec(line)
    if (informer !== null) {
      const [, agent = '', verb, path = ''] = informer
      const query = path
        .replaceAll('resourceVersion=N', 'resourceVersion=1')
        .replaceAll(/timeout(Seconds)?=T&?/g, '')
      const watch = verb === 'watch' ? { at: [], ended: undefined } : undefined
      return [
        {
          ...nothing,
          id,
          method: 'GET',
          path: query,
          headers: { 'user-agent': agent },
          body: '',
          status: 200,
          watch,
        },
      ]
    }
    const discovering = discoveryLine.exec(line)
    if (discovering !== null) {
      const headers = { 'user-agent': discovering[1] ?? '', accept: aggregated }
      return [
        {
          ...nothing,
          id,
          method: 'GET',
          path: at % 2 === 0 ? '/api' : '/apis',
          headers,
          body: '',
          status: 200,
        },
      ]
    }
    const match = controllerLine.exec(line)
    if (match === null) return []
    const [
      ,
      who = '',
      verb = '',
      resource = '',
      namespace = '',
      object = '',
      status,
      agent = '',
      query = '',
      body = '',
    ] = match
    const [, group = '', plural = '', subresource = ''] =
      /^(?:([^/]+\.[^/]+|apps|batch|policy|autoscaling)\/)?([^/]+)(?:\/(.+))?$/.exec(resource) ?? []
    const prefix = group === '' ? '/api/v1' : `/apis/${group}/${group === 'autoscaling' ? 'v2' : 'v1'}`
    const item = verb === 'create' && subresource === '' ? '' : object
    const scope = namespace === '' || plural === 'namespaces' ? '' : `/namespaces/${namespace}`
    const own = plural === 'namespaces' && object === '' ? namespace : item
    const tail = [plural, own, subresource].filter((part) => part !== '').join('/')
    const full = `${prefix}${scope}/${tail}${query === '' ? '' : `?${query}`}`
    const path = verb === 'watch' ? `${full}?watch=true&${informers}` : full
    return [
      {
        ...nothing,
        id,
        title: `${who}: ${verb} ${resource}`,
        method: methods.get(verb) ?? 'GET',
        path,
        headers: headersOf({ 'user-agent': agent, 'content-type': typeOf(verb, body) }),
        body: verb === 'create' && body === '' && object !== '' ? named(object) : body,
        status: Number(status),
        watch: verb === 'watch' ? { at: [], ended: undefined } : undefined,
      },
    ]
  })
}

const informers = 'allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan&sendInitialEvents=true'

const named = (name: string): string => `{"metadata":{"name":${JSON.stringify(name)}},`

function typeOf(verb: string, body: string): string {
  if (verb === 'patch') return 'application/strategic-merge-patch+json'
  return body === '' && verb !== 'create' ? '' : 'application/json'
}
