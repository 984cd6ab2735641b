import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Clock } from '@rxkube/clock'
import { isObject, type ApiObject } from '../codec/json.ts'
import type { CollectionSnapshot, ServerSnapshot } from '../snapshot/snapshot.ts'
import type { Store } from '../store/store.ts'
import { openDatabase } from './database.ts'
import { DataDirectoryError } from './data-directory-error.ts'

/** A write that is not on the disk yet. */
interface Pending {
  readonly collection: string
  readonly key: string
  /** Undefined when it was deleted. */
  readonly object: ApiObject | undefined
}

/**
 * Keeps a store in a directory: what was acknowledged is there after the process was killed.
 *
 * Writes of one turn of the event loop become one transaction. Nobody is told of them before it is on the disk:
 * answers and watches wait for {@link flushed}.
 */
export class Persistence {
  readonly #directory: string
  readonly #clock: Clock
  readonly #database: DatabaseSync
  readonly #put: StatementSync
  readonly #remove: StatementSync
  readonly #revise: StatementSync
  #pending = new Map<string, Pending>()
  #flushing: Promise<void> | undefined
  #failure: DataDirectoryError | undefined
  #closed = false
  #store: Store | undefined
  #unsubscribe: (() => void) | undefined

  /** Throws a DataDirectoryError when the directory cannot be used. */
  constructor(directory: string, clock: Clock) {
    this.#directory = directory
    this.#clock = clock
    this.#database = openDatabase(directory)
    const upsert = 'ON CONFLICT DO UPDATE SET object = excluded.object'
    this.#put = this.#database.prepare(`INSERT INTO objects VALUES (?, ?, ?) ${upsert}`)
    this.#remove = this.#database.prepare('DELETE FROM objects WHERE collection = ? AND key = ?')
    this.#revise = this.#database.prepare("INSERT OR REPLACE INTO meta VALUES ('revision', ?)")
  }

  /** What the directory holds; undefined when it is new. Throws a DataDirectoryError for what cannot be read. */
  load(): ServerSnapshot | undefined {
    try {
      const row = this.#database.prepare("SELECT value FROM meta WHERE name = 'revision'").get()
      if (row === undefined) return undefined
      const collections = new Map<string, [string, ApiObject][]>()
      for (const { collection, key, object } of this.#database.prepare('SELECT * FROM objects').iterate()) {
        const name = String(collection)
        const objects = collections.get(name) ?? []
        collections.set(name, objects)
        objects.push([String(key), this.#parse(name, String(key), String(object))])
      }
      const all = Array.from(collections, ([name, objects]): CollectionSnapshot => ({ name, objects }))
      return { format: 'rxkube-api-server/1', revision: Number(row['value']), collections: all }
    } catch (error) {
      throw DataDirectoryError.from(error, this.#directory)
    }
  }

  /** Keeps this store from now on, in place of the one before. `holds` says that the directory already has what is in it. */
  attach(store: Store, holds: boolean): void {
    this.#unsubscribe?.()
    this.#store = store
    this.#unsubscribe = store.subscribe((collection, { type, key, object }) => {
      this.#add({ collection, key, object: type === 'DELETED' ? undefined : object })
    })
    if (holds) return
    this.#pending.clear()
    this.#transact(() => {
      this.#database.exec('DELETE FROM objects')
      for (const [name, collection] of store.collections()) {
        for (const [key, object] of collection.list().entries()) {
          this.#put.run(name, key, JSON.stringify(object))
        }
      }
    })
  }

  /** Resolves when everything that was written is on the disk; undefined when it is already. Rejects with the DataDirectoryError of a disk that failed. */
  flushed(): Promise<void> | undefined {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    // What is written when it is too late is not acknowledged.
    return this.#closed ? Promise.reject(new Error('the API server is closed')) : this.#flushing
  }

  /** Writes what is left and lets go of the directory. Throws a DataDirectoryError when it cannot be written. */
  close(): void {
    this.#unsubscribe?.()
    this.#closed = true
    try {
      if (this.#pending.size > 0 && this.#failure === undefined) this.#flush()
    } catch (error) {
      throw DataDirectoryError.from(error, this.#directory)
    } finally {
      this.#database.close()
    }
  }

  #add(write: Pending): void {
    this.#pending.set(`${write.collection}\u0000${write.key}`, write)
    if (this.#flushing !== undefined || this.#failure !== undefined) return
    this.#flushing = this.#flushSoon()
    // Writes that nobody waits for are told by the next request that is refused.
    this.#flushing.catch(() => undefined)
  }

  async #flushSoon(): Promise<void> {
    // What else is written in this turn goes into the same transaction.
    await this.#clock.yield()
    this.#flushing = undefined
    if (this.#pending.size === 0) return
    try {
      this.#flush()
    } catch (error) {
      // Memory is ahead of the disk now: nothing more may be acknowledged.
      this.#failure = DataDirectoryError.from(error, this.#directory)
      throw this.#failure
    }
  }

  #flush(): void {
    const pending = this.#pending
    this.#pending = new Map()
    this.#transact(() => {
      for (const { collection, key, object } of pending.values()) {
        if (object === undefined) this.#remove.run(collection, key)
        else this.#put.run(collection, key, JSON.stringify(object))
      }
    })
  }

  #parse(collection: string, key: string, text: string): ApiObject {
    const object = parsed(text)
    if (object !== undefined) return object
    throw new DataDirectoryError(this.#directory, 'damaged', new Error(`${collection} ${key} is no object`))
  }

  #transact(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.#revise.run(this.#store?.revision ?? 0)
      this.#database.exec('COMMIT')
    } catch (error) {
      // A transaction that failed badly enough is rolled back already.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }
}

/** The object that a text is, if it is one. What is wrong with it is not told: it may hold what nobody should read. */
function parsed(text: string): ApiObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) && isObject(value['metadata']) ? (value as ApiObject) : undefined
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}
