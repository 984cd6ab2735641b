import fs from 'node:fs'
const l = JSON.parse(fs.readFileSync(process.argv[2] || 'package-lock.json')).packages
const names = new Set(Object.keys(l).map((k) => k.split('node_modules/').pop()))
const out = {}
for (const [k, p] of Object.entries(l))
  for (const d of Object.keys(p.optionalDependencies || {}))
    if (!names.has(d))
      (out[k.replace('node_modules/', '') + '@' + p.version] ??= []).push(d + '@' + p.optionalDependencies[d])
for (const [k, v] of Object.entries(out)) console.log(k, v.length, v.slice(0, 4).join(' '))
