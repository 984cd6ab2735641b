import type { Mutant } from './mutant.ts'

const src = 'packages/shared-informer/src'

/** Handlers, streams and their informer: group E. */
export const sharedInformerMutants: readonly Mutant[] = [
  {
    row: 'FEAT-E1',
    breaks: 'a handler that takes its time holds up all others',
    file: `${src}/processor.ts`,
    find: 'return room(registrations)\n}',
    replace:
      'const busy = [...registrations].filter(({ backlog }) => backlog > 0)\n' +
      'return Promise.all(busy.map((each) => each.settled())).then(() => undefined)\n}',
  },
  {
    row: 'FEAT-E2',
    breaks: 'a late handler is registered first and given what is there a turn later',
    file: `${src}/registrations.ts`,
    find: "if (this.#populated) {\n      for (const key of indexer.keys()) {\n        const object = indexer.getByKey(key)\n        if (object !== undefined)\n          registration.push({ type: 'added', key, object: object as T, initial: true })\n      }\n    }",
    replace:
      'if (this.#populated) {\nvoid Promise.resolve().then(() => {\nfor (const key of indexer.keys()) {\n' +
      'const object = indexer.getByKey(key)\nif (object !== undefined)\n' +
      "registration.push({ type: 'added', key, object: object as T, initial: true })\n}\n})\n}",
  },
  {
    row: 'FEAT-E2',
    breaks: 'a late handler is not told of what is there',
    file: `${src}/registrations.ts`,
    find: 'if (this.#populated) {\n      for',
    replace: 'if (false) {\n      for',
  },
  {
    row: 'FEAT-E3',
    breaks: 'a handler counts as synced when its informer is',
    file: `${src}/registration.ts`,
    find: 'if (this.#inInitial || this.#mailbox.initial > 0) return',
    replace: '',
  },
  {
    row: 'FEAT-E4',
    breaks: 'a handler that was taken off is still called with all that waits for it',
    file: `${src}/registration.ts`,
    find: 'this.#ended = true\n    this.#mailbox.clear()',
    replace: '',
  },
  {
    row: 'FEAT-E4',
    breaks: 'a handle that is unknown or off already is an error',
    file: `${src}/shared-informer.ts`,
    find: 'this.#handlers.get(registration)?.()',
    replace:
      'const end = this.#handlers.get(registration)\nif (!end) throw new NotARegistrationError()\nend()',
  },
  {
    row: 'FEAT-E5',
    breaks: 'removing does not wait for the call that is under way',
    file: `${src}/handler-registration.ts`,
    find: 'return this.#registered.idle(',
    replace: 'return Promise.resolve(',
  },
  {
    row: 'FEAT-E6',
    breaks: 'a handler may resync more than once a second',
    file: `${src}/resync-schedule.ts`,
    find: 'const minimumResyncPeriod = 1000',
    replace: 'const minimumResyncPeriod = 0',
  },
  {
    row: 'FEAT-E6',
    breaks: 'an eager handler does not make the informer look more often',
    file: `${src}/registrations.ts`,
    find: 'this.#checkPeriod = requested\n        this.processor.checkPeriodChanged(requested)',
    replace: '',
  },
  {
    row: 'FEAT-E7',
    breaks: 'unchanged objects go to every handler',
    file: `${src}/processor.ts`,
    find: 'if (!unchanged || registration.resync.due) registration.push(notification)',
    replace: 'void unchanged\nregistration.push(notification)',
  },
  {
    row: 'FEAT-E7',
    breaks: 'unchanged objects go to no handler when there are no resyncs',
    file: `${src}/resync-schedule.ts`,
    find: '#due = true',
    replace: '#due = false',
  },
  {
    row: 'FEAT-E8',
    breaks: 'the transform may be set while it runs',
    file: `${src}/shared-informer.ts`,
    find: "this.#assertNew('the transform was not set')",
    replace: '',
  },
  {
    row: 'FEAT-E8',
    breaks: 'objects are stored as the server sent them',
    file: `${src}/informer-session.ts`,
    find: 'transform: this.#options.transform,',
    replace: '',
  },
  {
    row: 'FEAT-E9',
    breaks: 'a handler that is added after the stop waits for ever',
    file: `${src}/shared-informer.ts`,
    find: 'this.#life.assertAlive(`handler "${name}" was not added to shared informer`)',
    replace: '',
  },
  {
    row: 'FEAT-E9',
    breaks: 'a second run throws',
    file: `${src}/shared-informer.ts`,
    find: 'this.#reports.report(new InformerAlreadyRunError(this.description, this.isStopped()))\n      return',
    replace: 'throw new InformerAlreadyRunError(this.description, this.isStopped())',
  },
  {
    row: 'FEAT-E10',
    breaks: 'run returns while a handler is still in its call',
    file: `${src}/informer-life.ts`,
    find: 'await callsEnded(leaving,',
    replace: 'void leaving\nawait callsEnded([] as never,',
  },
  {
    row: 'FEAT-E11',
    breaks: 'a handler that throws ends its own delivery',
    file: `${src}/registration.ts`,
    find: 'failure = { error }\n',
    replace: 'failure = { error }\nthis.#ended = true\n',
  },
  {
    row: 'FEAT-E11',
    breaks: 'a failing handler is called again without a pause',
    file: `${src}/registration.ts`,
    find: 'if (this.#ended || pauseAfterError <= 0) return',
    replace: 'if (this.#ended || pauseAfterError <= Infinity) return',
  },
  {
    row: 'FEAT-E12',
    breaks: 'an object that ceases to be selected is not deleted',
    file: `${src}/filtering-handler.ts`,
    find: 'return was ? handler.deleted',
    replace: 'return was && !was ? handler.deleted',
  },
  {
    row: 'FEAT-E12',
    breaks: 'a deletion is told of what was not selected',
    file: `${src}/filtering-handler.ts`,
    find: '(filter(object) ? handler.deleted?.(object, info) : undefined)',
    replace: 'handler.deleted?.(object, info)',
  },
  {
    row: 'FEAT-E13',
    breaks: 'the name of a tombstone without an object is not known',
    file: `${src}/handlers.ts`,
    find: 'this.key = keyIn(item)',
    replace: 'this.key = keyIn(this.object)',
  },
  {
    row: 'FEAT-E14',
    breaks: 'a handler of its own for errors is not told',
    file: `${src}/registrations.ts`,
    find: '() => onError?.(error),',
    replace: '() => undefined,',
  },
  {
    row: 'FEAT-E15',
    breaks: 'what had synced before the abort does not count',
    file: `${src}/wait.ts`,
    find: 'for (const checker of checkers) if (!checker.hasSynced()) incomplete.add(checker)',
    replace: 'for (const checker of checkers) incomplete.add(checker)\nif (signal?.aborted) return false',
  },
  {
    row: 'FEAT-E16',
    breaks: 'two informers of one resource share their metrics',
    file: `${src}/informer-name.ts`,
    find: 'const first = !this.#released && !this.#resources.has(text)',
    replace: 'const first = !this.#released',
  },
  {
    row: 'FEAT-E17',
    breaks: 'the last version is not told',
    file: `${src}/informer-session.ts`,
    find: 'return this.#reflector.lastSyncResourceVersion',
    replace: "return ''",
  },
  {
    row: 'FEAT-E18',
    breaks: 'a tracker has synced before upstream',
    file: `${src}/sync-tracker.ts`,
    find: 'if (this.#hasSynced || !this.#upstream || waiting > 0) return',
    replace: 'if (this.#hasSynced || waiting > 0) return',
  },
  {
    row: 'FEAT-E18',
    breaks: 'a tracker has synced before all items are finished',
    file: `${src}/sync-tracker.ts`,
    find: 'if (this.#hasSynced || !this.#upstream || waiting > 0) return',
    replace: 'if (this.#hasSynced || !this.#upstream) return',
  },
  {
    row: 'FAULT-F1',
    breaks: 'changes of a key that waits are kept one by one',
    file: `${src}/mailbox.ts`,
    find: 'const merged = coalesce(pending, notification)',
    replace: 'const merged = undefined',
  },
]
