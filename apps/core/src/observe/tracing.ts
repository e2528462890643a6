/**
 * An entry of its own, loaded before the process's (`node --import`) where OTEL_EXPORTER_OTLP_ENDPOINT names a
 * collector, because only what is loaded afterwards can be traced: HTTP requests, GraphQL operations, SQL statements.
 * The SDK reads the other settings that OpenTelemetry defines (OTEL_SERVICE_NAME, OTEL_EXPORTER_OTLP_HEADERS …):
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
import { register } from 'node:module';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { MySQL2Instrumentation } from '@opentelemetry/instrumentation-mysql2';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/** Probes are asked every few seconds; a trace of them tells nothing. */
const untraced = new Set(['/healthz', '/readyz', '/metrics']);

register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
const provider = new NodeTracerProvider({
  resource: defaultResource().merge(
    resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME ?? 'handoff' }),
  ),
  spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
});
provider.register();
registerInstrumentations({
  instrumentations: [
    new HttpInstrumentation({ ignoreIncomingRequestHook: ({ url }) => untraced.has(url?.split('?')[0] ?? '') }),
    // Values of variables and statements are customers' data: neither is recorded.
    new GraphQLInstrumentation({ allowValues: false, ignoreTrivialResolveSpans: true, mergeItems: true, depth: 2 }),
    new MySQL2Instrumentation({ maskStatement: true }),
  ],
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void provider.forceFlush().catch(() => undefined));
}
