import { graphql, type ResultOf } from './graphql.ts';

/** What every refusal says; spread it in each mutation. */
export const faultFragment = graphql(`
  fragment Fault on Error @_unmask {
    code
    message
    isRetryable
    ... on ValidationError {
      issues {
        path
        message
      }
    }
    ... on ConflictError {
      current
    }
  }
`);

export interface Issue {
  path: string[];
  message: string;
}

/** Why a mutation changed nothing, in the person's language. */
export interface Fault {
  code: string;
  message: string;
  issues: Issue[];
  /** What is there now, after a conflict. */
  current: unknown;
}

export type Outcome<Success> = { ok: true; value: Success } | { ok: false; fault: Fault };

type SpreadFault = ResultOf<typeof faultFragment>;

/** Tells the success of a mutation from its refusals. */
export function readOutcome<Result extends object>(result: Result): Outcome<Exclude<Result, SpreadFault>> {
  if (!('isRetryable' in result)) return { ok: true, value: result as Exclude<Result, SpreadFault> };
  const said = result as unknown as Pick<Fault, 'code' | 'message'> & Partial<Fault>;
  const { code, message, issues, current } = said;
  return { ok: false, fault: { code, message, issues: issues ?? [], current: current ?? null } };
}
