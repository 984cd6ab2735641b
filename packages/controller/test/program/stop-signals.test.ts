import process from 'node:process'
import { StopSignals } from '@rxkube/controller'
import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => vi.restoreAllMocks())

describe('stop signals', () => {
  it('abort once, with the name of what came; what comes again at once, as npm passes it on, is the same', () => {
    const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never)
    const stop = new StopSignals()
    process.emit('SIGINT', 'SIGINT')
    process.emit('SIGINT', 'SIGINT')
    expect(stop.signal.reason).toBe('SIGINT')
    expect(exit).not.toHaveBeenCalled()
    stop.ignore()
  })

  it('end the process when they come again later', () => {
    const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never)
    const now = vi.spyOn(performance, 'now').mockReturnValue(0)
    const stop = new StopSignals()
    process.emit('SIGTERM', 'SIGTERM')
    now.mockReturnValue(1500)
    process.emit('SIGTERM', 'SIGTERM')
    expect(exit).toHaveBeenCalledWith(143)
    stop.ignore()
  })

  it('leave no listener when they are ignored', () => {
    const before = process.listenerCount('SIGTERM')
    const stop = new StopSignals()
    expect(process.listenerCount('SIGTERM')).toBe(before + 1)
    stop.ignore()
    expect(process.listenerCount('SIGTERM')).toBe(before)
  })
})
