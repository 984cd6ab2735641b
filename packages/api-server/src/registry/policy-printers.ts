import { asArray, asNumber, asObject, asString, type ApiObject, type JsonObject } from '../codec/json.ts'
import { humanDuration } from './age.ts'
import { conditionStatus, created, objects, optional, type Printer, type Printers } from './printer.ts'
import { selectorText } from './selector-text.ts'

/** The printers of who may do what, how much of it, and in which order. */
export const policyPrinters: Printers = [
  ['rolebindings.rbac.authorization.k8s.io', binding],
  ['clusterrolebindings.rbac.authorization.k8s.io', binding],
  ['certificatesigningrequests.certificates.k8s.io', signingRequest],
  ['mutatingwebhookconfigurations.admissionregistration.k8s.io', webhooks],
  ['validatingwebhookconfigurations.admissionregistration.k8s.io', webhooks],
  [
    'validatingadmissionpolicies.admissionregistration.k8s.io',
    (object, now) => {
      const { validations, paramKind } = asObject(object['spec'])
      const { apiVersion, kind } = asObject(paramKind)
      const shown = paramKind === undefined ? '<unset>' : `${asString(apiVersion)}/${asString(kind)}`
      return [object.metadata.name, asArray(validations).length, shown, created(object, now)]
    },
  ],
  [
    'validatingadmissionpolicybindings.admissionregistration.k8s.io',
    (object, now) => {
      const { policyName, paramRef } = asObject(object['spec'])
      return [
        object.metadata.name,
        asString(policyName),
        parameters(asObject(paramRef)),
        created(object, now),
      ]
    },
  ],
  [
    'apiservices.apiregistration.k8s.io',
    (object, now) => {
      const { service } = asObject(object['spec'])
      const { namespace, name } = asObject(service)
      const status = asObject(object['status'])
      const available = conditionStatus(status, 'Available')
      const found = objects(status['conditions']).find(({ type }) => type === 'Available')
      const why = available === 'True' ? '' : ` (${asString(found?.['reason'])})`
      return [
        object.metadata.name,
        service === undefined ? 'Local' : `${asString(namespace)}/${asString(name)}`,
        available === undefined ? 'Unknown' : `${available}${why}`,
        created(object, now),
      ]
    },
  ],
  [
    'flowschemas.flowcontrol.apiserver.k8s.io',
    (object, now) => {
      const spec = asObject(object['spec'])
      return [
        object.metadata.name,
        asString(asObject(spec['priorityLevelConfiguration'])['name']),
        asNumber(spec['matchingPrecedence']),
        optional(asObject(spec['distinguisherMethod'])['type'], '<none>'),
        created(object, now),
        conditionStatus(asObject(object['status']), 'Dangling') ?? '?',
      ]
    },
  ],
  [
    'prioritylevelconfigurations.flowcontrol.apiserver.k8s.io',
    (object, now) => {
      const { type, limited } = asObject(object['spec'])
      const { nominalConcurrencyShares, limitResponse } = asObject(limited)
      const { queuing } = asObject(limitResponse)
      const { queues, handSize, queueLengthLimit } = asObject(queuing)
      const number = (parent: unknown, value: unknown) => (parent === undefined ? '<none>' : asNumber(value))
      return [
        object.metadata.name,
        asString(type),
        number(limited, nominalConcurrencyShares),
        number(queuing, queues),
        number(queuing, handSize),
        number(queuing, queueLengthLimit),
        created(object, now),
      ]
    },
  ],
  ['resourcequotas', quota],
  [
    'priorityclasses.scheduling.k8s.io',
    (object, now) => [
      object.metadata.name,
      asNumber(object['value']),
      object['globalDefault'] === true,
      created(object, now),
      asString(object['preemptionPolicy']),
    ],
  ],
  [
    'poddisruptionbudgets.policy',
    (object, now) => {
      const { minAvailable, maxUnavailable } = asObject(object['spec'])
      return [
        object.metadata.name,
        optional(minAvailable, 'N/A'),
        optional(maxUnavailable, 'N/A'),
        asNumber(asObject(object['status'])['disruptionsAllowed']),
        created(object, now),
      ]
    },
  ],
  [
    'runtimeclasses.node.k8s.io',
    (object, now) => [object.metadata.name, asString(object['handler']), created(object, now)],
  ],
]

function binding(...[object, now]: Parameters<Printer>): readonly unknown[] {
  const { kind, name } = asObject(object['roleRef'])
  const subjects = objects(object['subjects'])
  const names = (wanted: string, show: (subject: JsonObject) => string) =>
    subjects
      .filter((subject) => subject['kind'] === wanted)
      .map((subject) => show(subject))
      .join(', ')
  const plain = (subject: JsonObject) => asString(subject['name'])
  return [
    object.metadata.name,
    `${asString(kind)}/${asString(name)}`,
    created(object, now),
    names('User', plain),
    names('Group', plain),
    names('ServiceAccount', (subject) => `${asString(subject['namespace'])}/${plain(subject)}`),
  ]
}

function webhooks(object: ApiObject, now: number): readonly unknown[] {
  return [object.metadata.name, asArray(object['webhooks']).length, created(object, now)]
}

function signingRequest(object: ApiObject, now: number): readonly unknown[] {
  const { signerName, username, expirationSeconds } = asObject(object['spec'])
  const status = asObject(object['status'])
  const has = (type: string) => conditionStatus(status, type) !== undefined
  const words = [has('Denied') ? 'Denied' : has('Approved') ? 'Approved' : 'Pending']
  if (has('Failed')) words.push('Failed')
  if (asString(status['certificate']) !== '') words.push('Issued')
  return [
    object.metadata.name,
    created(object, now),
    asString(signerName) || '<none>',
    asString(username),
    typeof expirationSeconds === 'number' ? humanDuration(expirationSeconds * 1000) : '<none>',
    words.join(','),
  ]
}

function parameters({ name, namespace, selector }: JsonObject): string {
  if (asString(name) !== '') return `${asString(namespace) || '*'}/${asString(name)}`
  return selector === undefined ? '<unset>' : selectorText(selector)
}

/** Requests in one cell and limits in another. */
function quota(object: ApiObject, now: number): readonly unknown[] {
  const { hard, used } = asObject(object['status'])
  const names = Object.keys(asObject(hard)).toSorted()
  const shown = (wanted: readonly string[]) =>
    wanted
      .map((name) => `${name}: ${optional(asObject(used)[name], '0')}/${optional(asObject(hard)[name], '0')}`)
      .join(', ')
  const isLimit = (name: string) => name.startsWith('limits.')
  const requests = names.filter((name) => !isLimit(name))
  const limits = names.filter((name) => isLimit(name))
  return [object.metadata.name, created(object, now), shown(requests), shown(limits)]
}
