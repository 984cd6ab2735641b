import { isObject, setOwn, type JsonObject } from '../codec/json.ts'
import type { StageContext, StageTemplate } from './stage.ts'
import { stagePath } from './stage-path.ts'

const placeholder = /\{\{\s*([^{}]+?)\s*\}\}/g

/** What a template says for an object: a copy, with its placeholders filled in. */
export function filled(template: StageTemplate, context: StageContext): unknown {
  return typeof template === 'function' ? template(context) : copy(template, context)
}

function copy(value: unknown, context: StageContext): unknown {
  if (typeof value === 'string')
    return value.replaceAll(placeholder, (_all, name: string) => text(name, context))
  if (Array.isArray(value)) return value.map((each) => copy(each, context))
  if (!isObject(value)) return value
  const result: JsonObject = {}
  for (const key of Object.keys(value)) setOwn(result, key, copy(value[key], context))
  return result
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
}

function text(name: string, context: StageContext): string {
  switch (name) {
    case 'Now':
      return context.now
    case 'NodeIP':
      return context.nodeIP
    case 'PodIP':
      return context.podIP()
    default:
      return shown(stagePath(name)(context.object)[0])
  }
}
