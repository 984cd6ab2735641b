import { describe, expect, it } from 'vitest'
import { Lazy } from '../src/lazy.ts'

describe('Lazy', () => {
  it('SI-15 FEAT-E18 computes when it is asked, and again only after a notify', async () => {
    let evaluations = 0
    const lazy = new Lazy(() => ++evaluations)
    expect(evaluations).toBe(0)
    expect([await lazy.get(), await lazy.get()]).toEqual([1, 1])
    lazy.notify()
    expect(await lazy.get()).toBe(2)
  })

  it('SI-15 computes once for all who ask meanwhile', async () => {
    let evaluations = 0
    const gate = Promise.withResolvers<void>()
    const lazy = new Lazy(async () => {
      await gate.promise
      return ++evaluations
    })
    const asked = Array.from({ length: 50 }, () => lazy.get())
    gate.resolve()
    expect(new Set(await Promise.all(asked))).toEqual(new Set([1]))
  })

  it('SI-15 gives who asks after a notify nothing that was computed before it, however slow that is', async () => {
    let source = 'old'
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let evaluations = 0
    const lazy = new Lazy(async () => {
      const read = source
      await gates[evaluations++]?.promise
      return read
    })
    const before = lazy.get()
    await Promise.resolve()
    source = 'new'
    lazy.notify()
    const after = lazy.get()
    await Promise.resolve()
    gates[1]?.resolve()
    expect(await after).toBe('new')
    gates[0]?.resolve()
    expect(await before).toBe('old')
    expect(await lazy.get()).toBe('new')
  })

  it('SI-15 never goes backwards', async () => {
    let version = 0
    const lazy = new Lazy(() => version)
    let last = 0
    for (let round = 0; round < 200; round++) {
      version++
      lazy.notify()
      const value = await lazy.get()
      expect(value).toBeGreaterThanOrEqual(last)
      expect(value).toBe(version)
      last = value
    }
  })

  it('SI-15 answers under constant notify', async () => {
    const lazy = new Lazy(async () => {
      await Promise.resolve()
      lazy.notify()
      return 'value'
    })
    expect(await Promise.all([lazy.get(), lazy.get()])).toEqual(['value', 'value'])
  })

  it('SI-15 keeps no failure', async () => {
    let evaluations = 0
    const lazy = new Lazy(() => {
      if (++evaluations === 1) throw new Error('first time')
      return evaluations
    })
    await expect(lazy.get()).rejects.toThrow('first time')
    expect(await lazy.get()).toBe(2)
  })

  it('SI-15 keeps what was computed after a notify when the computation before it fails', async () => {
    const gate = Promise.withResolvers<number>()
    let evaluations = 0
    const lazy = new Lazy(() => (++evaluations === 1 ? gate.promise : evaluations))
    const failing = lazy.get()
    await Promise.resolve()
    lazy.notify()
    expect(await lazy.get()).toBe(2)
    gate.reject(new Error('too late'))
    await expect(failing).rejects.toThrow('too late')
    expect(await lazy.get()).toBe(2)
  })
})
