import type { TestClock } from '@rxkube/clock'
import type { ApiServer } from '@rxkube/api-server'
import { Api, type Answer } from './api.ts'

export const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
export const gadgets = '/apis/ex.io/v1/namespaces/default/gadgets'

type Json = Record<string, unknown>

/** A definition of gadgets with this schema of their spec. */
export function definition(spec: Json, version: Json = {}, more: Json = {}) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'gadgets.ex.io' },
    spec: {
      group: 'ex.io',
      scope: 'Namespaced',
      names: { plural: 'gadgets', kind: 'Gadget' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                spec: { type: 'object', ...spec },
                status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
              },
            },
          },
          ...version,
        },
      ],
      ...more,
    },
  }
}

/** The schema of a spec with these fields. */
export const fields = (properties: Json): Json => ({ properties })

export function gadget(name: string, spec: unknown, more: Json = {}) {
  return { apiVersion: 'ex.io/v1', kind: 'Gadget', metadata: { name }, spec, ...more }
}

/** A server on which gadgets with this schema are defined. */
export class Gadgets {
  readonly api: Api
  readonly server: ApiServer
  readonly clock: TestClock

  constructor(server: ApiServer, clock: TestClock) {
    this.server = server
    this.clock = clock
    this.api = new Api(server.transport())
  }

  async define(spec: Json, version: Json = {}, more: Json = {}): Promise<Answer> {
    return this.api.post(definitions, definition(spec, version, more))
  }

  async create(spec: unknown, name = 'g'): Promise<Answer> {
    return this.api.post(gadgets, gadget(name, spec))
  }

  /** What a server that is asked to create this would store, or why it would not. */
  async dry(spec: unknown): Promise<Answer> {
    return this.api.post(`${gadgets}?dryRun=All&fieldValidation=Ignore`, gadget('dry', spec))
  }

  /** What is wrong with a spec, as `field: message`. */
  async problems(spec: unknown): Promise<readonly string[]> {
    const { status, body } = await this.dry(spec)
    if (status === 201) return []
    return (body.details?.causes ?? []).map(({ field, message }) => `${field}: ${message}`)
  }
}
