import { ApiServer } from '@rxkube/api-server'
import { Client, isInvalid } from '@rxkube/client'
import { defineCustomResource, installCustomResources } from '@rxkube/controller'
import { z } from 'zod'

/** What a schema becomes on a server, and values that both it and zod take, and that neither does. */
export interface SchemaRow {
  readonly schema: z.ZodType
  readonly structural: object
  readonly good: readonly unknown[]
  readonly bad: readonly unknown[]
}

/** Asks a server whether it takes values of a schema. */
export class Verdicts implements AsyncDisposable {
  readonly #server = new ApiServer({ controllers: [] })
  readonly #client = new Client({ transport: this.#server.transport(), qps: -1 })
  #made = 0

  /** Whether the server takes each of the values, as a field of this schema. */
  async of(schema: z.ZodType, values: readonly unknown[]): Promise<readonly boolean[]> {
    const number = ++this.#made
    const Sample = defineCustomResource({
      group: 'samples.example.com',
      kind: `Sample${number}`,
      scope: 'Cluster',
      versions: [{ name: 'v1', spec: z.object({ value: schema }) }],
    })
    await installCustomResources(this.#client, [Sample])
    const taken: boolean[] = []
    for (const [at, value] of values.entries()) {
      try {
        const sample = { metadata: { name: `sample-${at}` }, spec: { value } }
        // oxlint-disable-next-line no-await-in-loop -- in the order of the values
        await this.#client.create(Sample, sample)
        taken.push(true)
      } catch (error) {
        if (!isInvalid(error)) throw error
        taken.push(false)
      }
    }
    return taken
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.close()
    await this.#server.close()
  }
}
