import type { ServerResponse } from 'node:http'
import type { ApiResponse } from '../verbs/request.ts'
import { WatchStream } from '../verbs/watch-stream.ts'

/**
 * Closes the connection of a watch that was ended because nobody reads it: what waits in its socket would wait for ever,
 * and the end of the body behind it.
 */
export function cutSlowReader(response: ServerResponse, body: Exclude<ApiResponse['body'], string>): void {
  if (!(body instanceof WatchStream)) return
  body.onEnd(() => {
    if (body.overflowed && response.writableNeedDrain) response.destroy()
  })
}
