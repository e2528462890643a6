import { identityOf } from '@handoff/core/ticket-type/draft/merge-definitions';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import type { Fault } from '~/graphql/mutation-result.ts';

export interface Clash {
  path: readonly string[];
  before?: unknown;
  theirs?: unknown;
  mine?: unknown;
}

/** What two people changed in unlike ways, as the API tells it. */
export interface DraftClash {
  revision: number;
  /** Everything of both, with mine where they clash. */
  merged: TicketTypeDefinition;
  clashes: readonly Clash[];
}

/** The clash in an answer, if that is what was refused. */
export const readClash = (fault: Fault | null): DraftClash | null =>
  fault?.code === 'draft_clash' ? (fault.current as DraftClash) : null;

/** The same parts with another value at `path`; undefined removes what is there. */
export function withValueAt(whole: unknown, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(whole)) {
    const index = whole.findIndex((part) => identityOf(part) === step);
    const part = withValueAt(index < 0 ? undefined : whole[index], rest, value);
    if (index < 0) return part === undefined ? whole : [...(whole as unknown[]), part];
    return part === undefined ? whole.toSpliced(index, 1) : whole.with(index, part);
  }
  const record = (typeof whole === 'object' && whole !== null ? whole : {}) as Record<string, unknown>;
  const { [step]: before, ...others } = record;
  const part = withValueAt(before, rest, value);
  return part === undefined ? others : { ...record, [step]: part };
}
