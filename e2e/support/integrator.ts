import { handoffUrl } from './instance.ts';
import { cookieValueOf, sharedSession } from './sign-in.ts';

/** A mutation's answer as the union tells it. */
export type Outcome<Success> = Partial<Success> & {
  __typename: string;
  code?: string;
  message?: string;
  current?: Record<string, unknown>;
  issues?: { path: string[]; code: string; message: string }[];
};

interface Answer<Data> {
  data?: Data;
  errors?: { message: string }[];
}

/** Somebody who works over GraphQL alone. */
export class Integrator {
  readonly #headers: Record<string, string>;
  readonly #url: string | undefined;

  /** `url` is where they ask; the instance under test unless told. */
  constructor(headers: Record<string, string>, url?: string) {
    this.#headers = headers;
    this.#url = url;
  }

  /** The same person at another web process. */
  at(url: string): Integrator {
    return new Integrator(this.#headers, url);
  }

  /** Throws where the answer has errors at its top. */
  async query<Data>(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Data> {
    const response = await this.post({ query, variables }, headers);
    const answer = (await response.json()) as Answer<Data>;
    if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors ?? answer));
    return answer.data;
  }

  /** Sends a mutation and returns what its union answers, success or error. */
  async attempt<Success>(
    mutation: string,
    input: object,
    selection: string,
    headers: Record<string, string> = {},
  ): Promise<Outcome<Success>> {
    const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}`;
    const query = `mutation ($input: ${type}Input!) {
      ${mutation}(input: $input) {
        __typename
        ... on Error { code message }
        ... on ValidationError { issues { path code message } }
        ... on ConflictError { current }
        ... on ${type}Success { ${selection} }
      }
    }`;
    const data = await this.query<Record<string, Outcome<Success>>>(query, { input }, headers);
    const outcome = data[mutation];
    if (!outcome) throw new Error(`${mutation} answered nothing`);
    return outcome;
  }

  /** Sends a mutation that must succeed. */
  async act<Success>(
    mutation: string,
    input: object,
    selection: string,
    headers: Record<string, string> = {},
  ): Promise<Success> {
    const outcome = await this.attempt<Success>(mutation, input, selection, headers);
    if (!outcome.__typename.endsWith('Success')) throw new Error(`${mutation}: ${JSON.stringify(outcome)}`);
    return outcome as Success;
  }

  post(body: object, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> {
    return fetch(`${this.#url ?? handoffUrl()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...this.#headers, ...headers },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });
  }
}

/** A person of the demo company, as their browser's session speaks to the API. */
export async function asPerson(login: string): Promise<Integrator> {
  const token = await sharedSession(login);
  return new Integrator({ cookie: `handoff_session=${cookieValueOf(token)}`, 'x-handoff-csrf': '1' });
}

const DAY = 24 * 60 * 60 * 1000;

/** The ids of the demo company's people, by their login names. */
export async function agentIds(admin: Integrator): Promise<Map<string, string>> {
  const { agents } = await admin.query<{ agents: { edges: { node: { id: string; loginName: string } }[] } }>(
    '{ agents(first: 100) { edges { node { id loginName } } } }',
  );
  return new Map(agents.edges.map(({ node }) => [node.loginName, node.id]));
}

/** Makes an API token in somebody's name, within every right that there is, and works with it. */
export async function withToken(admin: Integrator, agentId: string): Promise<Integrator> {
  const { permissions } = await admin.query<{ permissions: { key: string }[] }>('{ permissions { key } }');
  const scopes = permissions.map(({ key }) => key);
  const expiresAt = new Date(Date.now() + DAY).toISOString();
  const input = { name: 'End-to-end', agentId, scopes, expiresAt };
  const { token } = await admin.act<{ token: string }>('createApiCredential', input, 'token');
  return new Integrator({ authorization: `Bearer ${token}` });
}
