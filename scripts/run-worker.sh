#!/bin/sh
# The worker process of a deployment; traced where a collector is named.
cd "$(dirname "$0")/../apps/worker" || exit 1
export OTEL_SERVICE_NAME="${OTEL_SERVICE_NAME:-handoff-worker}"
exec env MALLOC_ARENA_MAX=2 node --max-semi-space-size=8 --expose-gc ${OTEL_EXPORTER_OTLP_ENDPOINT:+--import ./dist/tracing.js} dist/main${OTEL_EXPORTER_OTLP_ENDPOINT:+.traced}.js
