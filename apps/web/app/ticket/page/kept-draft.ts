import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '~/graphql/mutation-result.ts';
import { useShell } from '~/shell/use-shell.ts';
import type { DraftCommand } from './draft-operations.ts';
import type { TicketPageData } from './ticket-operations.ts';

const WAIT_MILLISECONDS = 800;
const RETRY_MILLISECONDS = 15_000;

type Content = Record<string, unknown>;

interface OnDevice {
  content: Content | null;
  at: number;
}

/** What the server keeps of this person's unsent work at a step, or with null in the composer. */
export const storedDraft = (ticket: TicketPageData, stepId: string | null) =>
  ticket.workDrafts.find((draft) => draft.stepId === stepId) ?? null;

/** Only what differs from the record; null if nothing does. */
export function typedOver(values: Readonly<Content>, previous: Readonly<Content>): Content | null {
  const typed = Object.entries(values).filter(
    ([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(previous[key] ?? null),
  );
  return typed.length > 0 ? Object.fromEntries(typed) : null;
}

function readDevice(key: string): OnDevice | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as OnDevice | null;
  } catch {
    return null;
  }
}

async function send(command: DraftCommand): Promise<boolean> {
  try {
    const response = await fetch('/tickets/drafts', {
      method: 'post',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(command),
      redirect: 'error',
      keepalive: JSON.stringify(command).length < 60_000,
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok && ((await response.json()) as Fault | null) === null;
  } catch {
    return false;
  }
}

interface KeptDraftOptions {
  ticket: TicketPageData;
  /** The step at which it is typed; null for the composer. */
  stepId: string | null;
  isOpen: boolean;
  /** What is typed now; null for nothing. */
  content: Content | null;
  /** Puts back what this device still holds because the server could not take it. */
  restore: (content: Content) => void;
}

export interface KeptDraft {
  /** When what is typed was last kept, in epoch milliseconds. */
  keptAt: number | null;
  /** Kept here alone, because the server could not be reached. */
  isOnDevice: boolean;
  /** Forgets it, once it is sent. */
  drop: () => void;
}

/**
 * Keeps unsent work on the server, shortly after each change and when the page is left. Until the server has it, this
 * device holds it too, and offers it again.
 */
export function useKeptDraft({ ticket, stepId, isOpen, content, restore }: KeptDraftOptions): KeptDraft {
  const { viewer } = useShell();
  const key = `handoff-draft ${viewer.id} ${ticket.id} ${stepId ?? 'note'}`;
  const [stored] = useState(() => storedDraft(ticket, stepId));
  const [kept, setKept] = useState({ at: stored ? Date.parse(stored.updatedAt) : null, isOnDevice: false });
  const text = JSON.stringify(content);
  const known = useRef(JSON.stringify(stored?.content ?? null));
  const newest = useRef(text);
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isDropped = useRef(false);

  const save = useCallback(() => {
    clearTimeout(retry.current);
    sending.current = sending.current.then(async () => {
      const wanted = newest.current;
      if (wanted === known.current || isDropped.current) return;
      const next = JSON.parse(wanted) as Content | null;
      const at = Date.now();
      localStorage.setItem(key, JSON.stringify({ content: next, at } satisfies OnDevice));
      const place = { ticketId: ticket.id, stepId };
      const isTaken = await send(
        next ? { kind: 'save', input: { ...place, content: next } } : { kind: 'discard', input: place },
      );
      if (isTaken) {
        known.current = wanted;
        localStorage.removeItem(key);
      } else retry.current = setTimeout(save, RETRY_MILLISECONDS);
      setKept({ at: next ? at : null, isOnDevice: !isTaken });
    });
  }, [key, ticket.id, stepId]);

  const putBack = useRef(restore);
  putBack.current = restore;
  useEffect(() => {
    const held = isOpen ? readDevice(key) : null;
    if (held?.content && (!stored || held.at > Date.parse(stored.updatedAt))) putBack.current(held.content);
  }, [key, stored, isOpen]);

  useEffect(() => {
    newest.current = text;
    if (!isOpen || text === known.current) return;
    isDropped.current = false;
    const timer = setTimeout(save, WAIT_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text, isOpen, save]);

  useEffect(() => {
    if (!isOpen) return;
    addEventListener('pagehide', save);
    addEventListener('online', save);
    return () => {
      removeEventListener('pagehide', save);
      removeEventListener('online', save);
      save();
      clearTimeout(retry.current);
    };
  }, [isOpen, save]);

  const drop = useCallback(() => {
    isDropped.current = true;
    clearTimeout(retry.current);
    localStorage.removeItem(key);
    setKept({ at: null, isOnDevice: false });
    // A save that is on its way must not outlive what was sent.
    sending.current = sending.current.then(async () => {
      await send({ kind: 'discard', input: { ticketId: ticket.id, stepId } });
      localStorage.removeItem(key);
      known.current = 'null';
    });
  }, [key, ticket.id, stepId]);

  return { keptAt: kept.at, isOnDevice: kept.isOnDevice, drop };
}
