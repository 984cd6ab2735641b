import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { DataDirectoryError } from './data-directory-error.ts'

/** The file's name in a data directory. */
const fileName = 'rxkube.sqlite'

/** Tells our files from those of others: `rxku`. */
const applicationId = 0x72_78_6b_75
const schemaVersion = 1

const schema = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE objects (
    collection TEXT NOT NULL, key TEXT NOT NULL, object TEXT NOT NULL, PRIMARY KEY (collection, key)
  ) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};`

/**
 * Opens the database of a data directory, which is made when it is not there, and locks it for this process.
 * Throws a DataDirectoryError.
 */
export function openDatabase(directory: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const file = join(directory, fileName)
    // Secrets are in it: nobody else may read it.
    closeSync(openSync(file, 'a', 0o600))
    // Only who keeps data loads SQLite, and sees Node's word on how finished it is.
    const { DatabaseSync: Database } = process.getBuiltinModule('node:sqlite')
    database = new Database(file)
    // The lock is the system's: it goes when the process does, however that ends.
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE')
    prepare(database, directory)
    database.exec('COMMIT')
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = FULL')
    return database
  } catch (error) {
    database?.close()
    throw DataDirectoryError.from(error, directory)
  }
}

/** Makes the tables of a new database, and checks one that is not new. */
function prepare(database: DatabaseSync, directory: string): void {
  const number = (pragma: string) =>
    Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0])
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()
  const id = number('application_id')
  if (id === 0 && Number(tables?.['count']) === 0) {
    database.exec(schema)
    return
  }
  if (id !== applicationId) throw new DataDirectoryError(directory, 'foreign')
  if (number('user_version') > schemaVersion) throw new DataDirectoryError(directory, 'newer')
  const check = database.prepare('PRAGMA quick_check(1)').get()
  if (check?.['quick_check'] !== 'ok') {
    throw new DataDirectoryError(directory, 'damaged', new Error(String(check?.['quick_check'])))
  }
}
