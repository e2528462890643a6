#!/bin/sh
# The web process of a deployment; traced where a collector is named.
cd "$(dirname "$0")/../apps/web" || exit 1
export OTEL_SERVICE_NAME="${OTEL_SERVICE_NAME:-handoff-web}"
exec env MALLOC_ARENA_MAX=2 node --max-semi-space-size=8 --expose-gc ${OTEL_EXPORTER_OTLP_ENDPOINT:+--import ./build/tracing.js} build/server${OTEL_EXPORTER_OTLP_ENDPOINT:+.traced}.js
