import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import type { Challenge } from 'altcha-lib/v1/types';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { isDuplicateKey } from '../platform/transaction.ts';
import { secretsOf } from './create-external-form-link.ts';

/** How long a challenge may be solved and used (ms). */
const challengeMs = 10 * 60 * 1000;
/** About half as many hashes are tried: a fraction of a second for a telephone, a price for who sends thousands. */
const mostTries = 20_000;

const keyOf = (context: Context): string => secretsOf(context).signingKey('external-form-captcha');

const refusal = (code: string, en: string, zh: string): ValidationError =>
  ValidationError.at('captcha', code, { en, zh });

/** A proof of work for the browser, good for this link alone; nothing is kept of it. */
export const makeChallenge = (context: Context, linkId: string): Promise<Challenge> =>
  createChallenge({
    hmacKey: keyOf(context),
    maxnumber: mostTries,
    expires: new Date(context.now().getTime() + challengeMs),
    params: { link: linkId },
  });

interface Solved {
  signature: string;
}

/** Reads a solved challenge. Throws ValidationError for none, a wrong or late one, or one of another link. */
export async function checkSolution(context: Context, linkId: string, solution: string | null): Promise<Solved> {
  if (!solution) {
    throw refusal(
      'captcha_missing',
      'The check against robots is missing. Send the form again.',
      '缺少防机器人验证，请重新提交。',
    );
  }
  const wrong = refusal(
    'captcha_wrong',
    'The check against robots failed. Send the form again.',
    '防机器人验证未通过，请重新提交。',
  );
  const isRight = await verifySolution(solution, keyOf(context)).catch(() => false);
  if (!isRight) throw wrong;
  const { signature } = JSON.parse(Buffer.from(solution, 'base64').toString('utf8')) as Solved;
  if (extractParams(solution)['link'] !== linkId || !/^[0-9a-f]{64}$/.test(signature)) throw wrong;
  return { signature };
}

/** Uses a solved challenge up, in the transaction of what it was solved for. Throws ValidationError if it was used before. */
export async function spendChallenge(context: Context, { signature }: Solved): Promise<void> {
  await context.db
    .insertInto('spentChallenge')
    .values({ signature, expiresAt: new Date(context.now().getTime() + challengeMs) })
    .execute()
    .catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
      throw refusal('captcha_used', 'This check was used already. Send the form again.', '该验证已使用，请重新提交。');
    });
}
