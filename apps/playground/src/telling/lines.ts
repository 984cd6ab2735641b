import { fit, tableLines } from '../view/table.ts'
import type { ControllerCounts, Told } from './told.ts'

const clockWidth = 8

/** Something that is told as lines for a person, of at most `width` columns. */
export function linesOf(told: Told, width = 80): string[] {
  const at = `${told.at.toFixed(1)}s`.padStart(clockWidth - 1)
  switch (told.type) {
    case 'scene':
      return ['', fit(`── ${told.name}: ${told.title} ${'─'.repeat(width)}`, width).replace(/…$/, '─')]
    case 'say':
      return wrapped(told.text, width - 2).map((line, index) => `${index === 0 ? '▶' : ' '} ${line}`)
    case 'event':
      return [fit(`${at} ${who(told.component)} ${told.message}`, width)]
    case 'reconcile': {
      const what = told.result === 'error' ? 'tries again' : counted(told.writes, 'write')
      const causes =
        told.causes.length === 0 ? '' : `, because ${[...new Set(told.causes.map(cause))].join(', ')}`
      return [fit(`${at} ${who(told.controller)} ${told.request}: ${what}${causes}`, width)]
    }
    case 'state':
      return ['', ...tableLines(told.rows, width)]
    case 'summary':
      break
  }
  return summaryLines(told)
}

/** `deployment-controller` as a column. */
function who(component: string): string {
  return fit(component.replace(/-controller(-pods)?$/, ''), 14).padEnd(14)
}

/** `updated deployments.apps default/web` as a few words. */
function cause(text: string): string {
  const [type = '', source = ''] = text.split(' ')
  const plural = source.split('.')[0] ?? ''
  if (type === 'added') return `new ${plural}`
  if (type === 'requeue') return 'its time had come'
  if (type === 'retry') return 'it failed before'
  return `${plural} ${type}`.trim()
}

function summaryLines(told: Extract<Told, { type: 'summary' }>): string[] {
  const { controllers, scenes, complete, at } = told
  const sum = (of: (counts: ControllerCounts) => number): number =>
    controllers.reduce((total, counts) => total + of(counts), 0)
  const line = (name: string, ...counts: readonly (number | string)[]): string =>
    `${name.padEnd(34)}${counts.map((count) => String(count).padStart(12)).join('')}`
  return [
    '',
    `${complete ? 'The end' : 'Ended early'}: ${counted(scenes, 'scene')}, ${Math.round(at)} s of the cluster's time.`,
    '',
    line('controller', 'reconciles', 'writes', 'retries'),
    ...controllers.map((each) => line(each.controller, each.reconciles, each.writes, each.retries)),
    line(
      'all',
      sum((each) => each.reconciles),
      sum((each) => each.writes),
      sum((each) => each.retries),
    ),
    '',
    'From event to write, controller by controller: apps/*-controller/README.md.',
    'How the packages fit together: docs/architecture.md. Your own: README.md.',
  ]
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
