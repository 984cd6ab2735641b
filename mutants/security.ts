import type { Mutant } from './mutant.ts'

/** Ways in which secrets have reached logs. */
export const securityMutants: readonly Mutant[] = [
  {
    row: 'SEC-S1',
    breaks: 'the message of the JSON parser, which quotes the object, is passed on',
    file: 'packages/client/src/frames/watch-body.ts',
    find: "error instanceof FrameTooLargeError ? error.message : 'the frame is no JSON of a watch event'",
    replace: "error instanceof Error ? error.message : ''",
  },
  {
    row: 'SEC-S1',
    breaks: 'the status of an informer shows what is in its cache',
    file: 'packages/shared-informer/src/informer-status.ts',
    find: 'name: informer.name,',
    replace: 'name: JSON.stringify(informer.indexer.list()),',
  },
]
