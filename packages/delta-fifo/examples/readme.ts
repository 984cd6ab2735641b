import { RealFIFO, type Deltas } from '@rxkube/delta-fifo'

const pod = (name: string, resourceVersion: string) => ({
  metadata: { namespace: 'default', name, resourceVersion },
})

const queue = new RealFIFO()
queue.replace([pod('web-0', '7'), pod('web-1', '8')], '10')
queue.update(pod('web-0', '11'))
queue.delete(pod('web-1', '12'))
queue.bookmark('20')
queue.close()

const print = (deltas: Deltas<object>, isInInitialList: boolean) => {
  const when = isInInitialList ? 'initial' : 'later'
  console.log(`${when}: ${deltas.map((delta) => delta.type).join(', ')}`)
}
while (queue.size > 0) await queue.popBatch(print, print)
console.log(`synced: ${queue.hasSynced()}`)
await queue.pop(print).catch((error: Error) => console.log(error.message))
