import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { definition, definitions, fields, Gadgets } from './support/definitions.ts'

let server: ApiServer
let own: Gadgets

beforeEach(() => {
  const clock = new TestClock()
  server = new ApiServer({ clock })
  own = new Gadgets(server, clock)
})
afterEach(async () => server.close())

const causes = ({ body }: { body: { details?: { causes?: { field?: string; message?: string }[] } } }) =>
  (body.details?.causes ?? []).map(({ field, message }) => `${field}: ${message}`)
const schemaPath = 'spec.validation.openAPIV3Schema'
const inSpec = `${schemaPath}.properties[spec]`
const string = { type: 'string' }

describe('the schema of a definition', () => {
  const refused: readonly [name: string, schema: object, problems: readonly string[]][] = [
    [
      'a field without a type',
      fields({ a: {} }),
      [`${inSpec}.properties[a].type: Required value: must not be empty for specified object fields`],
    ],
    [
      'items without a type',
      fields({ a: { type: 'array', items: {} } }),
      [`${inSpec}.properties[a].items.type: Required value: must not be empty for specified array items`],
    ],
    [
      'a list without items',
      fields({ a: { type: 'array' } }),
      [`${inSpec}.properties[a].items: Required value: must be specified`],
    ],
    [
      'a type in anyOf',
      fields({ a: { type: 'string', anyOf: [{ type: 'string' }] } }),
      [`${inSpec}.properties[a].anyOf[0].type: Forbidden: must be empty to be structural`],
    ],
    [
      'properties beside other properties',
      { additionalProperties: string, ...fields({ a: string }) },
      [`${inSpec}.additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive`],
    ],
    [
      'unique items',
      fields({ a: { type: 'array', items: string, uniqueItems: true } }),
      [
        `${inSpec}.properties[a].uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic`,
      ],
    ],
    [
      'a reference',
      fields({ a: { type: 'object', $ref: '#/x' } }),
      [`${inSpec}.properties[a].$ref: Forbidden: $ref is not supported`],
    ],
    [
      'an unknown type',
      fields({ a: { type: 'text' } }),
      [
        `${inSpec}.properties[a].type: Unsupported value: "text": supported values: "array", "boolean", "integer", "number", "object", "string"`,
      ],
    ],
    [
      'a set that is no list',
      fields({ a: { type: 'string', 'x-kubernetes-list-type': 'set' } }),
      [
        `${inSpec}.properties[a].type: Invalid value: "string": must be array if x-kubernetes-list-type is specified`,
      ],
    ],
    [
      'a list without keys',
      fields({ a: { type: 'array', items: { type: 'object' }, 'x-kubernetes-list-type': 'map' } }),
      [
        `${inSpec}.properties[a].x-kubernetes-list-map-keys: Required value: must not be empty if x-kubernetes-list-type is map`,
      ],
    ],
    [
      'keys that may be absent',
      fields({
        a: {
          type: 'array',
          items: { type: 'object', ...fields({ k: string }) },
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['k'],
        },
      }),
      [
        `${inSpec}.properties[a].items.properties[k].default: Required value: this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property`,
      ],
    ],
    [
      'a pattern that is none',
      fields({ a: { type: 'string', pattern: 'a(' } }),
      [
        `${inSpec}.properties[a].pattern: Invalid value: "a(": must be a valid regular expression, but isn't: error parsing regexp: missing closing ): \`a(\``,
      ],
    ],
    [
      'a default of another type',
      fields({ a: { type: 'integer', default: 'x' } }),
      [`${inSpec}.properties[a].default: Invalid value: "string": in body must be of type integer: "string"`],
    ],
    [
      'a default with unknown fields',
      fields({ a: { type: 'object', default: { b: 1 } } }),
      [
        `${inSpec}.properties[a].default: Invalid value: map[string]interface {}{"b":1}: must not have unknown fields`,
      ],
    ],
    [
      'preserving as false',
      { 'x-kubernetes-preserve-unknown-fields': false },
      [`${inSpec}.x-kubernetes-preserve-unknown-fields: Invalid value: false: must be true or undefined`],
    ],
    [
      'an embedded resource without fields',
      fields({ a: { type: 'object', 'x-kubernetes-embedded-resource': true } }),
      [
        `${inSpec}.properties[a].properties: Required value: must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields`,
      ],
    ],
    [
      'an empty rule',
      { 'x-kubernetes-validations': [{ rule: ' ' }] },
      [`${inSpec}.x-kubernetes-validations[0].rule: Required value: rule is not specified`],
    ],
  ]
  it.each(refused)('is refused with %s', async (_name, schema, problems) => {
    const answer = await own.define({ ...schema })
    expect(answer.status).toBe(422)
    expect(causes(answer)).toEqual(problems)
  })

  it('is refused with a field that only anyOf has', async () => {
    const openAPIV3Schema = { type: 'object', anyOf: [fields({ b: { minimum: 1 } })] }
    const answer = await own.define({}, { schema: { openAPIV3Schema } })
    expect(causes(answer)).toEqual([
      `${schemaPath}.properties[b]: Required value: because it is defined in ${schemaPath}.anyOf[0].properties[b]`,
    ])
  })

  it('is read below items as it is above them', async () => {
    const items = {
      type: 'object',
      nullable: false,
      bogus: 1,
      properties: { a: { type: 'string', bogus: 2 } },
    }
    const { headers } = await own.define(fields({ l: { type: 'array', items } }))
    const path = 'spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.l.items'
    expect(headers['warning']).toEqual([
      `299 - "unknown field \\"${path}.bogus\\""`,
      `299 - "unknown field \\"${path}.properties.a.bogus\\""`,
    ])
    const { body } = await own.api.get(`${definitions}/gadgets.ex.io`)
    expect(JSON.stringify(body.spec)).toContain(
      '"items":{"type":"object","properties":{"a":{"type":"string"}}}',
    )
  })

  const accepted: readonly [name: string, schema: object][] = [
    [
      'anyOf of a number and a text',
      fields({ a: { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] } }),
    ],
    ['a preserving field without a type', fields({ a: { 'x-kubernetes-preserve-unknown-fields': true } })],
    [
      'properties in oneOf that are known',
      { ...fields({ a: string, b: string }), oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    ],
  ]
  it.each(accepted)('is accepted with %s', async (_name, schema) => {
    expect((await own.define({ ...schema })).status).toBe(201)
  })
})

describe('a definition is refused', () => {
  const refused: readonly [name: string, more: object, version: object, problems: readonly string[]][] = [
    [
      'with a group that is no domain',
      { group: 'ex' },
      {},
      [
        'metadata.name: Invalid value: "gadgets.ex.io": must be spec.names.plural+"."+spec.group',
        'spec.group: Invalid value: "ex": should be a domain with at least one dot',
      ],
    ],
    [
      'with a scope that is none',
      { scope: 'Everywhere' },
      {},
      ['spec.scope: Unsupported value: "Everywhere": supported values: "Cluster", "Namespaced"'],
    ],
    [
      'with a column of no type',
      {},
      { additionalPrinterColumns: [{ name: 'A', type: 'text', jsonPath: '.spec.a' }] },
      [
        'spec.additionalPrinterColumns[0].type: Invalid value: "text": must be one of boolean,date,integer,number,string',
      ],
    ],
    [
      'with a scale of other places',
      {},
      { subresources: { scale: { specReplicasPath: '.a', statusReplicasPath: '.status.n' } } },
      ['spec.subresources.scale.specReplicasPath: Invalid value: ".a": should be a json path under .spec'],
    ],
    [
      'with a conversion by nobody',
      { conversion: { strategy: 'Webhook' } },
      {},
      [
        'spec.conversion.webhookClientConfig: Required value: required when strategy is set to Webhook',
        'spec.conversion.conversionReviewVersions: Required value',
      ],
    ],
    [
      'that preserves everything',
      { preserveUnknownFields: true },
      {},
      [
        'spec.preserveUnknownFields: Invalid value: true: cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead',
      ],
    ],
    [
      'that selects by an object',
      {},
      { selectableFields: [{ jsonPath: '.spec.o' }] },
      [
        'spec.selectableFields[0].jsonPath: Invalid value: ".spec.o": must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.',
      ],
    ],
    [
      'that warns without being deprecated',
      {},
      { deprecationWarning: 'old' },
      ['spec.versions[0].deprecationWarning: Invalid value: "old": can only be set for deprecated versions'],
    ],
  ]
  it.each(refused)('%s', async (_name, more, version, problems) => {
    const answer = await own.define(fields({ a: string, o: { type: 'object' } }), { ...version }, { ...more })
    expect(answer.status).toBe(422)
    expect(causes(answer)).toEqual(problems)
  })

  it('when it changes what its storage relies on', async () => {
    await own.define({})
    const names = { plural: 'gadgets', kind: 'Other', listKind: 'OtherList' }
    const answer = await own.api.merge(`${definitions}/gadgets.ex.io`, { spec: { names } })
    expect(causes(answer)).toEqual(['spec.names.kind: Invalid value: "Other": field is immutable'])
  })

  it('when it drops a version that objects are stored in', async () => {
    await own.define({})
    const { versions } = definition({}).spec
    const renamed = versions.map((each) => Object.assign(each, { name: 'v2' }))
    const answer = await own.api.merge(`${definitions}/gadgets.ex.io`, { spec: { versions: renamed } })
    expect(causes(answer)).toEqual([
      'status.storedVersions[0]: Invalid value: "v1": must appear in spec.versions',
    ])
  })
})

describe('a definition in a protected group', () => {
  const name = 'gadgets.ex.k8s.io'
  const approved = (annotation?: string) => ({
    ...definition({}, {}, { group: 'ex.k8s.io' }),
    metadata: {
      name,
      ...(annotation === undefined ? {} : { annotations: { 'api-approved.kubernetes.io': annotation } }),
    },
  })

  it('needs approval, which its status repeats', async () => {
    expect((await own.api.post(definitions, approved())).status).toBe(422)
    expect((await own.api.post(definitions, approved('sometime'))).status).toBe(422)
    expect((await own.api.post(definitions, approved('unapproved, a test'))).status).toBe(201)
    const { body } = await own.api.get(`${definitions}/${name}`)
    const { conditions } = body['status'] as unknown as { conditions: { type: string; reason: string }[] }
    expect(conditions.map(({ type, reason }) => `${type} ${reason}`)).toContain(
      'KubernetesAPIApprovalPolicyConformant UnapprovedAnnotation',
    )
  })
})

describe('a definition with a built-in version of a group', () => {
  it('does not take the place of what is built in', async () => {
    const given = definition(
      {},
      {},
      {
        group: 'networking.k8s.io',
        names: { plural: 'ingresses', kind: 'Ingress' },
      },
    )
    const metadata = {
      name: 'ingresses.networking.k8s.io',
      annotations: { 'api-approved.kubernetes.io': 'https://example.com' },
    }
    expect((await own.api.post(definitions, { ...given, metadata })).status).toBe(201)
    const { body } = await own.api.get('/apis/networking.k8s.io/v1/ingresses')
    expect(body.kind).toBe('IngressList')
    expect(await own.api.get('/apis/networking.k8s.io/v1/ingressclasses')).toMatchObject({ status: 200 })
  })
})
