import { schedulerFrom, TestClock } from '@rxkube/clock'
import { debounceTime, interval, Subject, take, timer } from 'rxjs'
import { describe, expect, it } from 'vitest'

describe('schedulerFrom', () => {
  it('drives interval by the clock, and ends with its subscription', async () => {
    const clock = new TestClock()
    const at: number[] = []
    const ticks = interval(1000, schedulerFrom(clock)).subscribe(() => at.push(clock.monotonic()))
    await clock.advance('3s')
    expect(at).toEqual([1000, 2000, 3000])
    ticks.unsubscribe()
    expect(clock.pending).toBe(0)
  })

  it('leaves no timer when an operator completes', async () => {
    const clock = new TestClock()
    const at: number[] = []
    timer(5, 10, schedulerFrom(clock))
      .pipe(take(3))
      .subscribe(() => at.push(clock.monotonic()))
    await clock.runUntilIdle()
    expect(at).toEqual([5, 15, 25])
    expect(clock.pending).toBe(0)
  })

  it('starts at wall time', () => {
    const clock = new TestClock({ start: 1_000_000 })
    expect(schedulerFrom(clock).now()).toBe(1_000_000)
  })

  it('makes no operator late when the wall clock jumps back', async () => {
    const clock = new TestClock()
    const changes = new Subject<string>()
    const seen: string[] = []
    changes.pipe(debounceTime(100, schedulerFrom(clock))).subscribe((change) => seen.push(change))
    changes.next('a')
    clock.jump(-3_600_000)
    await clock.advance(100)
    expect(seen).toEqual(['a'])
  })

  it('never runs work within the call, and passes the state on when work schedules itself', async () => {
    const clock = new TestClock()
    const seen: number[] = []
    schedulerFrom(clock).schedule<number>(
      function (state) {
        seen.push(state)
        if (state < 3) this.schedule(state + 1, 10)
      },
      0,
      1,
    )
    expect(seen).toEqual([])
    await clock.runUntilIdle()
    expect(seen).toEqual([1, 2, 3])
    expect(clock.monotonic()).toBe(20)
  })

  it('closes the work that throws', async () => {
    const clock = new TestClock()
    const work = schedulerFrom(clock).schedule(() => {
      throw new Error('failed')
    }, 1)
    await expect(clock.advance(1)).rejects.toThrow('failed')
    expect(work.closed).toBe(true)
  })

  it('runs nothing after its subscription ended, also when work ends it itself', async () => {
    const clock = new TestClock()
    let runs = 0
    const work = schedulerFrom(clock).schedule(function () {
      runs++
      this.unsubscribe()
      this.schedule(undefined, 1)
    }, 1)
    await clock.runUntilIdle()
    expect(runs).toBe(1)
    expect(work.closed).toBe(true)
    expect(clock.pending).toBe(0)
  })
})
