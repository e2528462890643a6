import { solveChallenge } from 'altcha-lib/v1';
import type { Challenge } from 'altcha-lib/v1/types';

/** Proves a little work for this link, as the server checks it. Throws where the browser can't or the link is closed. */
export async function solveCaptcha(token: string): Promise<string> {
  const response = await fetch(`/f/${token}/challenge`);
  if (!response.ok) throw new Error(`the challenge answered ${response.status}`);
  const { algorithm, challenge, salt, signature, maxnumber } = (await response.json()) as Challenge;
  const solved = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
  if (!solved) throw new Error('the challenge has no solution');
  return btoa(JSON.stringify({ algorithm, challenge, salt, signature, number: solved.number }));
}
