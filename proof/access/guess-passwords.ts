import { handoffUrl } from '@handoff/e2e/support/instance.ts';
import { milliseconds, type Verdict } from '../verdict.ts';

const guesses = 1_000;
const mostChecked = 5;
const windowMilliseconds = 20_000;
const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';

async function guess(loginName: string, password: string): Promise<string> {
  const response = await fetch(`${handoffUrl()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input: { loginName, password } } }),
  });
  return ((await response.json()) as { data: { signIn: { __typename: string } } }).data.signIn.__typename;
}

/** Guesses at an account that exists and at one that does not, from one address. */
export async function guessPasswords(): Promise<Verdict> {
  const since = performance.now();
  const answers = new Map<string, number>();
  for (let at = 0; at < guesses; at += 10) {
    const batch = Array.from({ length: 10 }, (_, one) =>
      guess(one % 2 ? 'li.na' : 'nobody', `guess number ${at + one}`),
    );
    for (const answer of await Promise.all(batch)) answers.set(answer, (answers.get(answer) ?? 0) + 1);
  }
  const took = milliseconds(since);
  const checked = guesses - (answers.get('TooManyAttemptsError') ?? 0);
  const allowed = mostChecked * Math.ceil(took / windowMilliseconds);
  return {
    rows: [{ guesses, milliseconds: took, checked, allowed, ...Object.fromEntries(answers) }],
    faults: checked > allowed ? [`${checked} of ${guesses} guesses were checked; ${allowed} are allowed`] : [],
  };
}
