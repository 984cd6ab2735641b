import { messageOf, type WireField, type WireMessage } from './wire.ts'

const text = (number: number, value: string): WireField => ({ number, value: Buffer.from(value) })
const block = (number: number, ...value: WireField[]): WireField => ({ number, value })

const app = [text(1, 'app'), text(2, 'web')]
const container = block(2, text(1, 'c'), text(2, 'nginx:1.25'))
const spec = block(
  2,
  { number: 1, value: 2n },
  block(2, block(1, ...app)),
  block(3, block(1, block(11, ...app)), block(2, container)),
)

/** A message around a ReplicaSet of which the recording ends before its spec, with one. Any other message is as it was. */
export function withReplicaSet(message: WireMessage): WireMessage {
  const field = (of: WireMessage | undefined, number: number) => of?.find((each) => each.number === number)
  const kind = field(messageOf(field(message, 1)), 2)?.value
  const object = messageOf(field(message, 2))
  if (!Buffer.isBuffer(kind) || kind.toString() !== 'ReplicaSet' || object === undefined) return message
  if (field(object, 2) !== undefined) return message
  // Its owner, the thirteenth field, was cut as well.
  const metadata = (messageOf(field(object, 1)) ?? []).filter(({ number }) => number !== 13)
  return [
    ...message.filter(({ number }) => number !== 2),
    { number: 2, value: [{ number: 1, value: metadata }, spec] },
  ]
}
