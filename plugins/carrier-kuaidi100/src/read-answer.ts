import { PluginError, type Tracking, type TrackingState } from '@handoff/plugin-sdk';
import { z } from 'zod';

/** States by their number, `state` of the answer to a query. */
const states: Record<string, TrackingState> = {
  0: 'in_transit',
  1: 'collected',
  2: 'problem',
  3: 'delivered',
  4: 'returned',
  5: 'delivering',
  6: 'returning',
  7: 'in_transit',
  10: 'customs',
  11: 'customs',
  12: 'customs',
  13: 'customs',
  14: 'refused',
};

/** What may be otherwise a moment later: nothing known yet, the server's own trouble, too many at a time. */
const retryable = new Set(['500', '501', '502']);

const refusalSchema = z.object({ result: z.literal(false), returnCode: z.string(), message: z.string() });

const answerSchema = z.object({
  message: z.string(),
  com: z.string(),
  state: z.string().optional(),
  data: z.array(
    z.object({
      time: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      context: z.string(),
      areaName: z.string().nullish(),
      location: z.string().nullish(),
    }),
  ),
});

const unreadable = (status: number): PluginError =>
  new PluginError(
    'unreadable',
    {
      en: `Kuaidi100 answered ${status} with something that is no answer to a query.`,
      zh: `快递100返回了无法识别的内容（${status}）。`,
    },
    true,
  );

function parse(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(status);
  }
}

/** Kuaidi100 writes times as clocks in China show them. */
const instantOf = (time: string): Date => new Date(`${time.replace(' ', 'T')}+08:00`);

const placeOf = ({ areaName, location }: { areaName?: string | null; location?: string | null }): string | null =>
  areaName?.replaceAll(',', ' ') || location || null;

/** Reads the answer to a query. Throws PluginError with Kuaidi100's own words for its codes. */
export function readAnswer(status: number, body: string): Tracking {
  const answer = parse(body, status);
  const refusal = refusalSchema.safeParse(answer);
  if (refusal.success) {
    const { returnCode, message } = refusal.data;
    throw new PluginError(
      `kuaidi100_${returnCode}`,
      { en: `Kuaidi100 says: ${message} (${returnCode})`, zh: `快递100：${message}（${returnCode}）` },
      retryable.has(returnCode),
    );
  }
  const read = answerSchema.safeParse(answer);
  if (!read.success) throw unreadable(status);
  const { com, state, data } = read.data;
  return {
    carrier: com,
    state: states[state ?? ''] ?? null,
    events: data
      .filter(({ context }) => context !== '')
      .slice(0, 500)
      .map((event) => ({
        at: instantOf(event.time),
        text: event.context.slice(0, 1000),
        place: placeOf(event)?.slice(0, 200) ?? null,
      })),
  };
}

const detectedSchema = z.array(z.object({ comCode: z.string().max(40) }));

/** Reads the answer to a detection: the carriers' codes, likeliest first. Throws PluginError for a refusal. */
export function readDetected(status: number, body: string): string[] {
  const answer = parse(body, status);
  const read = detectedSchema.safeParse(answer);
  if (read.success) return read.data.map(({ comCode }) => comCode).filter(Boolean);
  const refusal = z.object({ message: z.string(), returnCode: z.string().optional() }).safeParse(answer);
  if (!refusal.success) throw unreadable(status);
  const { message, returnCode = '' } = refusal.data;
  throw new PluginError(
    `kuaidi100_${returnCode || 'detect'}`,
    { en: `Kuaidi100 says: ${message}`, zh: `快递100：${message}` },
    retryable.has(returnCode),
  );
}
