import { ConfigMap } from '@rxkube/client'
import { logTo, TerminalError, type StructuredLogger } from '@rxkube/controller'
import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from '../support/controller-world.ts'

interface Line {
  readonly level: string
  readonly fields: object
  readonly message: string
}

function listLogger(lines: Line[]): StructuredLogger {
  const at = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields, message })
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

describe('logTo', () => {
  it('logs each look at a request as one object, failures at error, and no message of an error', async () => {
    const lines: Line[] = []
    await using world = new ControllerWorld(
      (manager) => {
        manager
          .controller('logged', ConfigMap)
          .options({ readYourWrites: 'off' })
          .reconcile(async ({ name, namespace }, { client }) => {
            if (name === 'bad') throw new TerminalError('canary')
            await client.patch(ConfigMap, { name, namespace }, { data: { done: 'yes' } })
            return { requeueAfter: '1h' }
          })
        logTo(listLogger(lines), manager)
      },
      { manager: { cache: { namespace: 'default' } } },
    )
    await world.client.create(ConfigMap, configMap('bad'))
    await world.advance('1s')
    const failed = lines.find(({ level }) => level === 'error')
    expect(failed).toEqual({
      level: 'error',
      message: 'reconcile failed',
      fields: {
        controller: 'logged',
        request: 'default/bad',
        result: 'terminal',
        duration: 0,
        waited: 0,
        attempt: 0,
        writes: 0,
        noopWrites: 0,
        causes: ['added configmaps default/bad'],
        error: 'TerminalError',
      },
    })
    await world.client.create(ConfigMap, configMap('good'))
    await world.advance('1s')
    const good = lines.find(({ level }) => level === 'debug')
    expect(good).toMatchObject({
      message: 'reconciled',
      fields: { request: 'default/good', result: 'requeue_after', requeueAfter: 3_600_000, writes: 1 },
    })
    expect(lines).toHaveLength(world.outcomes.length)
    expect(JSON.stringify(lines)).not.toContain('canary')
  })

  it('warns of requests that wake themselves, and ends with its subscription', async () => {
    const lines: Line[] = []
    const subscriptions: { unsubscribe(): void }[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('looping', ConfigMap)
        .options({ loopGuard: { max: 3, pause: '10s' } })
        .reconcile(async ({ name, namespace }, { client, object }) => {
          if (name !== 'a') return
          const n = String(Number(object?.data?.['n'] ?? 0) + 1)
          await client.patch(ConfigMap, { name, namespace }, { data: { n } })
        })
      subscriptions.push(logTo(listLogger(lines), manager, { describe: ({ message }) => message }))
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('5s')
    expect(lines.filter(({ level }) => level === 'warn')).toEqual([
      {
        level: 'warn',
        message: 'the request wakes itself and is slowed down',
        fields: { controller: 'looping', request: 'default/a' },
      },
    ])
    for (const subscription of subscriptions) subscription.unsubscribe()
    const told = lines.length
    world.manager.controllers.get('looping')?.enqueue({ namespace: 'default', name: 'b' })
    await world.advance('5s')
    expect(lines).toHaveLength(told)
  })

  it('tells errors beside reconciles by their class, or as the caller wants it', async () => {
    const lines: Line[] = []
    const described: Line[] = []
    const source = new Subject<{ name: string; namespace: string }>()
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('broken')
        .reconcileOn(source, 'source')
        .reconcile(() => undefined)
      logTo(listLogger(lines), manager)
      logTo(listLogger(described), manager, { describe: ({ message }) => message })
    })
    await world.advance('1s')
    source.error(new Error('canary'))
    await world.advance('1s')
    const fields = { class: 'SourceFailedError', error: 'SourceFailedError' }
    expect(lines).toEqual([{ level: 'error', message: 'something went wrong', fields }])
    expect(described).toMatchObject([
      { fields: { error: expect.stringMatching(/^the stream "source" of broken/) } },
    ])
  })
})
