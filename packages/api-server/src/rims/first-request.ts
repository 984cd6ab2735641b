import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Clock, Timer } from '@rxkube/clock'

/** How long a new connection may take until its first request has all of its headers, in milliseconds. */
const patience = 30_000

/** Ends connections that do not come to the point: their first request has to be there in time. */
export function expectFirstRequest(server: Server, secure: boolean, clock: Clock): void {
  const timers = new WeakMap<Socket, Timer>()
  server.on(secure ? 'secureConnection' : 'connection', (socket: Socket) => {
    const timer = clock.setTimer(patience, () => {
      socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
      socket.destroySoon()
    })
    timers.set(socket, timer)
    socket.once('close', () => timer.cancel())
  })
  server.on('request', ({ socket }: IncomingMessage) => timers.get(socket)?.cancel())
}
