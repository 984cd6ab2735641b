import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { added, bookmark, deleted, initialEventsEnd, modified, page } from './support/objects.ts'
import { Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

const minutes = 60

describe('one session', () => {
  it('REF-6 FEAT-B1 lists at "0" in pages of 500, then watches from the version of the list, with bookmarks', async () => {
    const stream = new ControlledStream()
    const server = new ScriptedListerWatcher({ lists: [page('10', 'a@5', 'b@7')], watches: [stream] })
    const running = new Running(server, { useWatchList: false })
    await running.settle()
    stream.send(added('c@11'), modified('a@12')).send(deleted('b@13'), bookmark('14'))
    await running.settle()

    expect(server.requests).toEqual([
      ['list', { resourceVersion: '0', limit: 500 }],
      ['watch', { resourceVersion: '10', allowWatchBookmarks: true, timeoutSeconds: 5 * minutes }],
    ])
    expect(running.told).toEqual(['init start', '[a@5 b@7]', 'done 10', '+c@11', '~a@12', '-b@13', '*14'])
    expect(running.reflector.lastSyncResourceVersion).toBe('14')
  })

  it('REF-6 FEAT-B6 takes the snapshot from a stream and goes on with the same stream as the watch', async () => {
    const stream = new ControlledStream().send(
      added('a@5'),
      added('b@7'),
      initialEventsEnd('10'),
      added('c@11'),
    )
    const server = new ScriptedListerWatcher({ watches: [stream] })
    const running = new Running(server)
    await running.settle()
    stream.send(modified('a@12'), deleted('b@13'))
    await running.settle()

    expect(server.requests).toEqual([
      [
        'watch',
        {
          resourceVersion: '',
          resourceVersionMatch: 'NotOlderThan',
          sendInitialEvents: true,
          allowWatchBookmarks: true,
          timeoutSeconds: 5 * minutes,
        },
      ],
    ])
    expect(running.told).toEqual(['init start', '[a@5 b@7]', 'done 10', '+c@11', '~a@12', '-b@13'])
    expect(running.reflector.lastSyncResourceVersion).toBe('13')
  })
})
