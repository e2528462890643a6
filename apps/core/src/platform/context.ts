import type { Database } from '@handoff/prisma';
import type { Actor } from '../identity/actor.ts';
import type { PluginRegistry } from '../channel/plugin-registry.ts';
import type { EventTail } from './event/event-tail.ts';
import type { FileStore } from './file-store.ts';
import type { OutgoingRules } from './outgoing/outgoing-guard.ts';
import type { PendingInserts } from './insert-rows.sql.ts';
import type { Locale } from './text/localized-text.ts';
import type { SecretBox } from './secret-box.ts';
import type { TicketAhead } from '../ticket/bulk/read-ahead.ts';

/** What stands behind an act that nobody did by hand. `depth` counts the triggers that led to it, one setting off another. */
export interface Cause {
  kind: 'trigger' | 'macro';
  id: string;
  name: string;
  depth: number;
  /** What all began with. */
  rootId?: string;
}

/** What every use-case is given: who acts, through which connection, and when. */
export interface Context {
  /** The pool, or inside `inTransaction` the transaction. */
  db: Database;
  /** The pool itself, for what must not wait for the transaction's commit. */
  pool: Database;
  actor: Actor;
  locale: Locale;
  now: () => Date;
  /** Answers that hold for the length of one request. */
  memo: Map<string, unknown>;
  /** Opens and seals secrets; absent where none are touched. */
  secrets?: SecretBox;
  /** The installed plugins; present where channels are set up or run. */
  plugins?: PluginRegistry;
  /** Which internal addresses may be called; none unless told. */
  outgoing?: OutgoingRules;
  /** What people type to reach the product, for links that leave it; absent where nobody has said. */
  publicUrl?: string;
  /** Where uploaded files and recordings are; absent where none are touched. */
  files?: FileStore;
  /** Follows the events; present where there are subscribers. */
  tail?: EventTail;
  /** Set inside a transaction: what to do once it is committed. */
  afterCommit?: (() => void)[];
  /** Set inside a transaction: the rows that it writes at its end. */
  pending?: PendingInserts;
  /** Set in a transaction that changes many tickets: what was read of each ahead, by its id. */
  bulk?: Map<string, TicketAhead>;
  /** Set in a job's work: gathers what people would be told of one by one, by person and kind; told once at its end. */
  notices?: Map<string, number>;
  /** The trigger or macro at work; absent for what people and the system do themselves. */
  cause?: Cause;
  /** Where the request came from; absent for the system's own acts. */
  origin?: { requestId: string; ip: string; idempotencyKey?: string };
}

/** Computes a value once per request. */
export function remember<T>(context: Pick<Context, 'memo'>, key: string, compute: () => Promise<T>): Promise<T> {
  const known = context.memo.get(key) as Promise<T> | undefined;
  if (known) return known;
  const value = compute();
  context.memo.set(key, value);
  return value;
}
