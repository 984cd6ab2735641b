import assert from 'node:assert/strict'
import type { Transport, TransportRequest } from '@rxkube/client'
import type { TestRegistrar } from './test-registrar.ts'

/** A transport to an API server, and what to ask it for. */
export interface ContractServer {
  readonly transport: Transport
  /** Path and query of a list. */
  readonly list: string
  /** Path and query of a watch that the server leaves open. */
  readonly watch: string
  /** A path that the server does not have. */
  readonly missing: string
  /** Called at the end of each test, after the transport was closed. */
  readonly close?: () => unknown
}

/** Registers what a client needs of a transport. `make` gives a new one for each test. */
export function passesTransport(
  test: TestRegistrar,
  name: string,
  make: () => ContractServer | Promise<ContractServer>,
): void {
  const it = (what: string, body: (server: ContractServer) => Promise<void>): void => {
    test(`${name}: ${what}`, async () => {
      const server = await make()
      try {
        await body(server)
      } finally {
        await server.transport.close()
        await server.close?.()
      }
    })
  }

  it('gives status, headers in lower case and the bytes of an answer', async ({ transport, list }) => {
    const { status, headers, body } = await transport.request(get(list))
    assert.equal(status, 200)
    assert.match(String(headers['content-type']), /^application\/json/)
    for (const header of Object.keys(headers)) assert.equal(header, header.toLowerCase())
    const { kind, items } = JSON.parse(await textOf(body)) as { kind: string; items: unknown }
    assert.match(kind, /List$/)
    assert.ok(Array.isArray(items))
  })

  it('gives a refusal as an answer, with its Status', async ({ transport, missing }) => {
    const { status, body } = await transport.request(get(missing))
    assert.equal(status, 404)
    assert.equal((JSON.parse(await textOf(body)) as { kind: string }).kind, 'Status')
  })

  it('has several requests under way at once, beside a watch', async ({ transport, list, watch }) => {
    const watching = await transport.request({ ...get(watch), watch: true })
    assert.equal(watching.status, 200)
    const answers = await Promise.all([1, 2, 3].map(() => transport.request(get(list))))
    const texts = await Promise.all(answers.map(({ body }) => textOf(body)))
    assert.deepEqual(new Set(texts).size, 1)
  })

  it('rejects with the reason of a signal that was aborted', async ({ transport, list }) => {
    const reason = new Error('enough')
    await assert.rejects(
      transport.request({ ...get(list), signal: AbortSignal.abort(reason) }),
      (error) => error === reason,
    )
  })

  it('ends the body of a watch with the reason of its signal', async ({ transport, watch }) => {
    const stop = new AbortController()
    const reason = new Error('enough')
    const { body } = await transport.request({ ...get(watch), watch: true, signal: stop.signal })
    const reading = textOf(body)
    stop.abort(reason)
    await assert.rejects(reading, (error) => error === reason)
  })

  it('goes on after a body was left unread', async ({ transport, list }) => {
    for (let again = 0; again < 3; again++) {
      const { body } = await transport.request(get(list))
      await body[Symbol.asyncIterator]().return?.()
    }
    assert.equal((await transport.request(get(list))).status, 200)
  })

  it('ends what is under way when it is closed, and takes no more', async ({ transport, list, watch }) => {
    const { body } = await transport.request({ ...get(watch), watch: true })
    const reading = textOf(body).then(
      () => 'ended',
      () => 'rejected',
    )
    await transport.close()
    assert.match(await reading, /ended|rejected/)
    await assert.rejects(transport.request(get(list)))
  })
}

function get(path: string): TransportRequest {
  return { method: 'GET', path, headers: { accept: 'application/json' } }
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(body)).toString()
}
