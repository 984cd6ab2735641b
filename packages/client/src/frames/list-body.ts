import type { Clock } from '@rxkube/clock'
import { ApiError } from '../errors/api-error.ts'
import { InvalidListError } from '../errors/errors.ts'
import type { ListPart } from '../lister-watcher.ts'
import type { Decoder, TypeMeta } from './decoder.ts'
import { ListSplitter, shown } from './list-splitter.ts'
import { TimeSlice } from './time-slice.ts'

/** How a LIST body is read. */
export interface ListBodyOptions<T> {
  readonly decode: Decoder<T>
  readonly clock: Clock
  readonly path: string
  readonly type?: TypeMeta | undefined
  readonly maxFrameBytes?: number | undefined
}

/**
 * The parts of a LIST as its bytes arrive. Throws an `InvalidListError` for anything that is no whole, valid list, and
 * an `ApiError` for a Status of failure that came with success.
 */
export async function* listBody<T>(
  body: AsyncIterable<Uint8Array>,
  { decode, clock, path, type, maxFrameBytes }: ListBodyOptions<T>,
): AsyncGenerator<ListPart<T>, undefined> {
  const splitter = new ListSplitter(maxFrameBytes)
  const slice = new TimeSlice(clock)
  for await (const chunk of body) {
    let items: T[] = []
    slice.resume()
    for (const bytes of splitter.push(chunk)) {
      items.push(decodeItem(bytes, decode, itemType(type, splitter.kind), splitter.bytes))
      if (!slice.isOver()) continue
      yield { type: 'items', items }
      items = []
      await slice.yield()
    }
    if (items.length > 0) yield { type: 'items', items }
    slice.pause()
  }
  const { status, ...envelope } = splitter.end()
  if (status?.status === 'Failure') throw new ApiError(status, { method: 'GET', path })
  if (status) throw new InvalidListError('status', 'it is a Status', splitter.bytes)
  const { kind, metadata } = envelope
  if (kind !== 'Table' && !kind?.endsWith('List')) {
    throw new InvalidListError('kind', `its kind is ${shown(kind)}`, splitter.bytes)
  }
  if (typeof metadata?.resourceVersion !== 'string' || metadata.resourceVersion === '') {
    throw new InvalidListError('resource-version', 'it has no metadata.resourceVersion', splitter.bytes)
  }
  yield { type: 'end', ...envelope, metadata }
}

/** Where nobody knows the kind of the items beforehand, that of the list tells it: a `PodList` has `Pod`s. */
function itemType(type: TypeMeta | undefined, listKind: string | undefined): TypeMeta | undefined {
  if (type?.kind !== '') return type
  const kind = listKind?.endsWith('List') ? listKind.slice(0, -'List'.length) : ''
  return kind === '' ? undefined : { ...type, kind }
}

function decodeItem<T>(bytes: Buffer, decode: Decoder<T>, type: TypeMeta | undefined, read: number): T {
  try {
    return decode(bytes, type)
  } catch (error) {
    // The parser's message quotes the text it stumbled over: it is kept out of this one.
    throw new InvalidListError(
      'malformed',
      `one of its items cannot be decoded (${bytes.length} bytes)`,
      read,
      nameOf(error),
    )
  }
}

/** An error that says what went wrong without the text in which it did. */
function nameOf(error: unknown): Error {
  return new Error(error instanceof Error ? error.name : 'decoding failed')
}
