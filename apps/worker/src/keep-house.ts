import type { Logger } from 'pino';
import type { Context } from '@handoff/core/platform/context';
import { acquireLease, releaseLease, renewLease, type Lease } from '@handoff/core/platform/lease/lease';
import { removeUnsentFiles } from '@handoff/core/external-form/store-external-file';
import { removePendingFiles } from '@handoff/core/file/keep-file';
import { removeExpiredExports } from '@handoff/core/export/remove-expired-exports';
import { wakeOverdueChannels } from '@handoff/core/notifier/wake-overdue-channels';
import { removeLeftovers, type KeptDays } from '@handoff/core/platform/remove-leftovers';
import { wakeOverdueTickets } from '@handoff/core/ticket/timer/wake-overdue-tickets';

interface HousekeepingOptions {
  systemContext: () => Context;
  /** This process, as the lease names it. */
  holder: string;
  kept: KeptDays;
  log: Logger;
}

const turnMs = 30_000;
const leaseSeconds = 120;
const cleaningMs = 60 * 60 * 1000;

/**
 * Looks after what nobody asks for, in one worker of all: wakes tickets whose timers and channels whose notifications nobody looks at, and removes every hour
 * what has run out. A turn that fails, or whose process dies, is made up for by the next, here or in another worker.
 */
export function startHousekeeping({ systemContext, holder, kept, log }: HousekeepingOptions): {
  stop: () => Promise<void>;
} {
  let lease: Lease | null = null;
  let cleanedAt = 0;
  let isStopping = false;
  let wake: () => void = () => undefined;

  const isMine = async (): Promise<boolean> => {
    const { db } = systemContext();
    if (lease && (await renewLease(db, lease, leaseSeconds))) return true;
    lease = await acquireLease(db, 'housekeeping', holder, leaseSeconds);
    return lease !== null;
  };

  const turn = async (): Promise<void> => {
    if (!(await isMine())) return;
    const context = systemContext();
    const woken = await wakeOverdueTickets(context);
    if (woken > 0) log.info({ woken }, 'tickets with overdue timers were woken');
    const channels = await wakeOverdueChannels(context);
    if (channels > 0) log.info({ channels }, 'channels with overdue notifications were woken');
    if (Date.now() - cleanedAt < cleaningMs) return;
    const expired = await removeExpiredExports(context);
    const unsent = await removeUnsentFiles(context);
    const unkept = await removePendingFiles(context);
    const removed = await removeLeftovers(context.db, context.now(), kept);
    cleanedAt = Date.now();
    log.info(
      { removed, expiredExports: expired, unsentFiles: unsent, unkeptFiles: unkept },
      'what had run out was removed',
    );
  };

  const run = async (): Promise<void> => {
    while (!isStopping) {
      await turn().catch((error: unknown) => log.warn({ err: error }, 'housekeeping was interrupted'));
      if (isStopping) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, turnMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    if (lease) await releaseLease(systemContext().db, lease).catch(() => undefined);
  };

  const running = run();
  return {
    stop: () => {
      isStopping = true;
      wake();
      return running;
    },
  };
}
