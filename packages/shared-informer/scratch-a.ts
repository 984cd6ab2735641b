import { setUp, started, recorder, podOf, gate } from './test/support/informer.ts'
import { retry } from 'rxjs'
const turn = () => new Promise(r => setImmediate(r))
const t = process.argv[2]
const withTimeout = (p: Promise<unknown>, ms = 1500) => Promise.race([p.then(() => 'resolved', e => 'rejected ' + e), new Promise(r => setTimeout(() => r('HANGS'), ms))])

if (t === '1') { // handler error invisible
  const s = await started(setUp({ pods: ['a'] }))
  s.informer.addEventHandler({ added() { throw new Error('boom') } })
  s.informer.addEventHandler({ async added() { throw new Error('boom2') } })
  await s.clock.settle()
  console.log('no output above = invisible'); await s.informer.run(); console.log('second run resolved at once, silently'); await s.informer.stop()
}
if (t === '2') { // two handlers awaiting stop
  const s = setUp({ pods: ['a'] })
  s.informer.addEventHandler({ added: () => s.informer.stop() })
  s.informer.addEventHandler({ added: () => s.informer.stop() })
  const run = s.informer.run()
  await s.clock.settle()
  console.log('run', await withTimeout(run)); console.log('stop', await withTimeout(s.informer.stop()))
}
if (t === '3') { // never-resolving handler
  const s = setUp({ pods: ['a'] })
  s.informer.addEventHandler({ added: () => new Promise(() => {}) })
  await started(s)
  console.log('stop', await withTimeout(s.informer.stop()))
}
if (t === '4') { // overflow error + retry re-entrancy: duplicates & phantom deletes
  const s = setUp({ pods: ['a','b','c','d'] })
  await started(s)
  const log: string[] = []
  let n = 0
  s.informer.changes({ mailbox: { mode: 'every', highWaterMark: 1, onOverflow: 'error' } }).pipe(retry()).subscribe({next: c => { if (c.type==='synced') log.push('--synced'); else log.push(`${c.type} ${c.key}${c.type==='added'&&c.initial?' initial':''}`)}, error: e => log.push('ERR '+e)})
  await s.clock.settle()
  log.push('=== relist')
  s.source.deleteDropWatch(podOf('a')); s.source.deleteDropWatch(podOf('b'));s.source.addDropWatch(podOf('x')); s.source.addDropWatch(podOf('y'));s.source.addDropWatch(podOf('z'))
  s.source.resetWatch()
  await s.clock.advance('10s'); await s.clock.settle()
  console.log(log.join('\n')); console.log([...s.informer.indexer.keys()])
  await s.informer.stop()
}
if (t === '5') { // Buffer in transform
  for (const freeze of ['eager','lazy','off'] as const) {
  const s = setUp({ pods: ['a','b'], freeze, transform: (p) => ({ ...p, data: Buffer.from('hello') }) as never })
  const errs: string[] = []
  s.informer.error$.subscribe(e => errs.push(e.message.slice(0,90)))
  const r = recorder(); const reg = s.informer.addEventHandler(r)
  await started(s)
  console.log(freeze, 'informer synced', s.informer.hasSynced(), 'handler synced', reg.hasSynced(), 'size', s.informer.indexer.size, r.log, errs, s.informer.status.phase)
  await s.informer.stop() }
}
if (t === '6') { // status$ complete after stop
  const s = await started(setUp({ pods: ['a'] }))
  await s.informer.stop(); await turn()
  let done = false
  s.informer.status$.subscribe({ next: x => console.log('phase', x.phase), complete: () => { done = true } })
  s.informer.error$.subscribe({complete: () => console.log('error$ complete')})
  await s.clock.settle(); await turn(); console.log('status$ completed:', done)
}
if (t === '6b') { // status$ completes before stop is over
  const s = setUp({ pods: ['a'] }); const g = gate()
  s.informer.addEventHandler({ name: 'busy', added: () => g.closed })
  s.informer.status$.subscribe({ next: x => console.log('phase', x.phase, x.synced, x.handlers.map(h=>h.name)), complete: () => console.log('COMPLETE') })
  await started(s)
  const st = s.informer.stop().then(() => console.log('stop resolved')); await s.clock.settle(); g.open(); await st
}
if (t === '7') { // aborted signal
  const s = setUp({ pods: ['a'] })
  await s.informer.run({ signal: AbortSignal.abort() })
  console.log('requests', s.source.requests.length)
  const s2 = setUp({ pods: ['a'] })
  s2.informer.start(); s2.informer.start({ signal: AbortSignal.abort() }); await s2.clock.settle()
  console.log('second start with aborted signal: stopped?', s2.informer.isStopped()); await s2.informer.stop()
}
if (t === '8') { // status after 429 then quiet
  const s = setUp({ pods: ['a'], reflector: { useWatchList: false } })
  s.source.failNext('watch', { status: { kind:'Status', code: 429, reason: 'TooManyRequests', message: 'slow down' } } as never)
  await started(s); await s.clock.advance('60s'); await s.clock.settle()
  console.log(s.source.streams, s.informer.status.phase, s.informer.status.lastError?.message, s.informer.status.attempts)
  await s.informer.stop()
}
