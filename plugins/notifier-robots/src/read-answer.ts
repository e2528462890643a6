import { PluginError, retryAfterOf, type LocalizedText, type OutgoingAnswer } from '@handoff/plugin-sdk';
import { z } from 'zod';

/** What one of a vendor's codes means, in words that an administrator can act on. */
export interface KnownCode {
  text: LocalizedText;
  isRetryable: boolean;
  waitSeconds?: number;
}

const answerSchema = z
  .object({ errcode: z.number(), errmsg: z.string().default('') })
  .transform(({ errcode, errmsg }) => ({ code: errcode, message: errmsg }))
  .or(
    z.object({ code: z.number(), msg: z.string().default('') }).transform(({ code, msg }) => ({ code, message: msg })),
  );

const isForNow = (status: number): boolean => status >= 500 || status === 429 || status === 408;

function read(vendor: LocalizedText, { status, headers, body }: OutgoingAnswer, now: Date) {
  let json: unknown = null;
  try {
    json = JSON.parse(body);
  } catch {
    // Said below: whatever this is, it is no answer of a robot.
  }
  const answer = answerSchema.safeParse(json);
  if (answer.success) return answer.data;
  throw new PluginError(
    `http_${status}`,
    {
      en: `${vendor.en} answered ${status} with something that is no answer of a robot.`,
      zh: `${vendor.zh}返回了无法识别的内容（${status}）。`,
    },
    isForNow(status) || status === 200,
    retryAfterOf(headers['retry-after'], now),
  );
}

/** The vendors' words may repeat the address that was called, and with it the key. */
const short = (message: string): string => message.replace(/https?:\S+/g, '…').slice(0, 200);

/**
 * Reads a robot's answer: 0 is taken. Throws PluginError with the meaning of a known code, else with the vendor's words; a
 * code that nobody knows is taken for a refusal, since the same message would meet it again.
 */
export function readAnswer(
  { vendor, codes, now }: { vendor: LocalizedText; codes: Readonly<Record<number, KnownCode>>; now: Date },
  answer: OutgoingAnswer,
): void {
  const { code, message } = read(vendor, answer, now);
  if (code === 0) return;
  const known = codes[code];
  const said = short(message);
  throw new PluginError(
    `robot_${code}`,
    {
      en: known ? `${vendor.en}: ${known.text.en} (${code})` : `${vendor.en} says: ${said} (${code})`,
      zh: known ? `${vendor.zh}：${known.text.zh}（${code}）` : `${vendor.zh}：${said}（${code}）`,
    },
    known?.isRetryable ?? false,
    known?.waitSeconds ?? retryAfterOf(answer.headers['retry-after'], now),
  );
}
