import { describe, expect, it } from 'vitest'
import { Lanes } from '../src/watches/lanes.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('ROW-89 lanes', () => {
  it('do one piece of work after another, and what waits about nodes before what waits about pods', async () => {
    const lanes = new Lanes(8)
    const order: string[] = []
    const gate = Promise.withResolvers<void>()
    const first = lanes.run(4, 'pod', async () => {
      await gate.promise
      order.push('first pod')
    })
    const rest = [
      lanes.run(4, 'pod', () => void order.push('pod')),
      lanes.run(4, 'node', () => {
        order.push('node')
        void lanes.run(4, 'node', () => void order.push('node of the node'))
      }),
      lanes.run(4, 'pod', () => void order.push('last pod')),
    ]
    await turn()
    expect(order).toEqual([])
    gate.resolve()
    await Promise.all([first, ...rest])
    expect(order).toEqual(['first pod', 'node', 'node of the node', 'pod', 'last pod'])
  })

  it('do not wait for each other', async () => {
    const lanes = new Lanes(2)
    const gate = Promise.withResolvers<void>()
    const slow = lanes.run(0, 'node', () => gate.promise)
    const done: string[] = []
    void slow.then(() => done.push('slow'))
    await lanes.run(1, 'node', () => void done.push('quick'))
    gate.resolve()
    await slow
    expect(done).toEqual(['quick', 'slow'])
  })

  it('hand on what work throws, and go on', async () => {
    const lanes = new Lanes(1)
    const failing = lanes.run(0, 'pod', () => Promise.reject(new Error('no')))
    const next = lanes.run(0, 'pod', () => undefined)
    await expect(failing).rejects.toThrow('no')
    await next
    expect(() => lanes.run(1, 'pod', () => undefined)).toThrow('there is no lane 1')
  })
})
