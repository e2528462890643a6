import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { handoffData, handoffUrl } from './instance.ts';

interface DemoLogin {
  login: string;
  password: string;
}

/** All demo accounts share the password that the start prints. */
export function demoPassword(): string {
  const logins = JSON.parse(readFileSync(join(handoffData(), 'demo-logins.json'), 'utf8')) as DemoLogin[];
  const first = logins[0];
  if (!first) throw new Error('no demo logins');
  return first.password;
}

const signInMutation = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignInSuccess { token }
    ... on TooManyAttemptsError { retryAfterSeconds }
  }
}`;

interface SignInAnswer {
  data: { signIn: { __typename: string; token?: string; retryAfterSeconds?: number } };
}

/** Opens a session and returns its token. Where the limit on attempts says to wait, it waits as long as it is told. */
export async function openSession(loginName: string): Promise<string> {
  for (;;) {
    const response = await fetch(`${handoffUrl()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: signInMutation, variables: { input: { loginName, password: demoPassword() } } }),
    });
    const { signIn }: SignInAnswer['data'] = ((await response.json()) as SignInAnswer).data;
    if (signIn.token) return signIn.token;
    if (!signIn.retryAfterSeconds) throw new Error(`${loginName} can't sign in: ${signIn.__typename}`);
    await wait(signIn.retryAfterSeconds * 1000);
  }
}

const sessions = new Map<string, Promise<string>>();

/** The token of a session of this person that all who ask share: none of them may end it. */
export function sharedSession(loginName: string): Promise<string> {
  const key = `${handoffData()} ${loginName}`;
  const opened = sessions.get(key) ?? openSession(loginName);
  sessions.set(key, opened);
  return opened;
}

/** The value under which the web app's cookie carries a session's token. */
export const cookieValueOf = (token: string): string => encodeURIComponent(btoa(JSON.stringify(token)));
