import { ApiServer } from '@rxkube/api-server'
import { writeFileSync } from 'node:fs'
const server = new ApiServer()
const l = await server.listen({ port: 18080 })
writeFileSync('/tmp/k/config', server.kubeconfig({ url: l.url }).yaml)
server.requests(r => { console.log(r.status, r.method, r.path, r.userAgent.slice(0,20)); if (r.error) console.error(r.error) })
console.log(l.url)
