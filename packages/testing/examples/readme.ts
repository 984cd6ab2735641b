import { replies, ScriptedServer } from '@rxkube/testing'

// A list, a watch that is reset after one event, and then an answer that is no list.
await using server = await ScriptedServer.start({ chunk: 7 })
server.play('L10[a5 b7]  W10: +c11 rst').answer('list', replies.html())

const paths = ['/api/v1/configmaps', '/api/v1/configmaps?watch=1&resourceVersion=10', '/api/v1/configmaps']
for (const path of paths) {
  const answer = await fetch(`${server.url}${path}`)
  const body = await answer.text().catch(() => 'reset in the middle')
  console.log(
    answer.status,
    answer.headers.get('content-type'),
    body.length > 40 ? `${body.slice(0, 40)}…` : body,
  )
}

server.verify()
console.log(server.requests.map(({ path, watch }) => `${watch ? 'watch' : 'list'} ${path}`))
await server.stop()
console.log('connections left:', server.sockets)
