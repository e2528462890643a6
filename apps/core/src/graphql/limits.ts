/** What one operation may ask for at most; docs/api.md tells callers. */
export const operationLimits = {
  /** Words and signs of the text. */
  tokens: 4_000,
  /** Fields below one another. */
  depth: 12,
  /** Fields below one another when the schema itself is asked for. */
  introspectionDepth: 20,
  /** Fields in all, each fragment counted wherever it is spread. */
  breadth: 400,
  rootAliases: 50,
  aliases: 200,
  /** What it may cost: a field is one, what is in a list counts ten times. */
  complexity: 20_000,
  /** Operations in one request. */
  batch: 20,
  /** How long it may run (ms). */
  timeMs: 15_000,
} as const;
