import {
  context,
  isSpanContextValid,
  SpanStatusCode,
  trace,
  type Attributes,
  type Link,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api'
import type { Cause } from '../cause.ts'
import { errorFacts, nameOf } from '../operations/error-facts.ts'
import type { Request } from '../request.ts'
import type { Verdict } from './classify.ts'

/** The span of a run: linked to the spans in which its causes were written, and the parent of what the run does. */
export class RunSpan {
  readonly #span: Span

  constructor(
    controller: string,
    { namespace, name }: Request,
    run: { readonly causes: readonly Cause[]; readonly attempt: number; readonly waited: number },
  ) {
    const attributes: Attributes = {
      'rxkube.controller': controller,
      'k8s.namespace.name': namespace,
      'k8s.object.name': name,
      'rxkube.attempt': run.attempt,
      'rxkube.queue.wait_ms': run.waited,
      'rxkube.causes': run.causes.map(({ type, source, object = '' }) =>
        `${type} ${source} ${object}`.trim(),
      ),
    }
    this.#span = tracer().startSpan(`reconcile ${controller}`, { attributes, links: linksTo(run.causes) })
  }

  /** Undefined where nobody traces. */
  get context(): SpanContext | undefined {
    const spanContext = this.#span.spanContext()
    return isSpanContextValid(spanContext) ? spanContext : undefined
  }

  /** Calls within the span. */
  run<R>(call: () => R): R {
    return context.with(trace.setSpan(context.active(), this.#span), call)
  }

  end({ result, error }: Verdict, writes: number): void {
    this.#span.setAttributes({ 'rxkube.result': result, 'rxkube.writes': writes })
    if (error) {
      // What a server or a program says in an error may be secret; the error's class is not.
      const facts = errorFacts(error)
      this.#span.recordException({ name: nameOf(error), message: facts })
      this.#span.setStatus({ code: SpanStatusCode.ERROR, message: facts })
    }
    this.#span.end()
  }
}

function tracer(): Tracer {
  return trace.getTracer('@rxkube/controller')
}

function linksTo(causes: readonly Cause[]): Link[] {
  const links = new Map<string, Link>()
  for (const { span, type, source } of causes) {
    if (span) links.set(span.spanId, { context: span, attributes: { 'rxkube.cause': `${type} ${source}` } })
  }
  return [...links.values()]
}
