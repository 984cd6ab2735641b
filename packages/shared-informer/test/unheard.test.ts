import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { setUp, started } from './support/informer.ts'

const broken = {
  added(): never {
    throw new Error('boom')
  },
}

/** The warnings of the process while an informer of two pods runs whose handler throws for each. */
async function warningsWith(
  listen: (informer: ReturnType<typeof setUp>['informer']) => object,
): Promise<Error[]> {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  try {
    const setup = setUp({ pods: ['a', 'b'] })
    setup.informer.addEventHandler(broken, listen(setup.informer))
    const { informer, clock } = await started(setup)
    await clock.advance('10s')
    await informer.stop()
    return warned.mock.calls.map(([text, options]) => Object.assign(new Error(String(text)), options))
  } finally {
    warned.mockRestore()
  }
}

describe('a failure that nobody listens for', () => {
  it('FEAT-E11 becomes a warning of the process, once for each kind, that names handler and cause', async () => {
    const warnings = await warningsWith(() => ({}))
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatchObject({ type: 'HandlerError', code: 'RXKUBE_UNHEARD' })
    expect(warnings[0]?.message).toContain('boom')
  })

  it('is no warning where error$, the handler or the diagnostics channel hears it', async () => {
    const heard = await warningsWith((informer) => {
      informer.error$.subscribe()
      return {}
    })
    expect(heard).toEqual([])
    expect(await warningsWith(() => ({ onError: () => undefined }))).toEqual([])
    const listener = (): void => undefined
    subscribe('rxkube:informer:error', listener)
    try {
      expect(await warningsWith(() => ({}))).toEqual([])
    } finally {
      unsubscribe('rxkube:informer:error', listener)
    }
  })

  it('is a warning that Node itself prints', async () => {
    const warning = once(process, 'warning') as Promise<[Error]>
    const setup = setUp({ pods: ['a'] })
    setup.informer.addEventHandler(broken)
    const { informer } = await started(setup)
    expect((await warning)[0].name).toBe('HandlerError')
    await informer.stop()
  })
})
