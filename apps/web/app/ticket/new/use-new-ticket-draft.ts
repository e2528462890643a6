import { useSearchParams } from '@remix-run/react';
import { useEffect, useRef, useState, type MutableRefObject } from 'react';
import { useShell } from '~/shell/use-shell.ts';
import { useKeptDraft, type KeptDraft } from '../draft/kept-draft.ts';
import { sendDraft } from '../draft/send-draft.ts';
import { toInput, type NewTicketContent, type NewTicketDesk } from './new-ticket-content.ts';
import type { loader } from './new-ticket-page.tsx';

type Loaded = Awaited<ReturnType<typeof loader>>;

interface NewTicketDraftOptions extends Pick<Loaded, 'draft' | 'parent' | 'callId'> {
  desk: MutableRefObject<NewTicketDesk>;
  content: NewTicketContent;
  restore: (content: NewTicketContent) => void;
}

/** Keeps a ticket that is being written as a draft, which the page's address then names. */
export function useNewTicketDraft(options: NewTicketDraftOptions): KeptDraft {
  const { draft, parent, callId, desk, content, restore } = options;
  const { viewer } = useShell();
  const [search, setSearch] = useSearchParams();
  const isOnScreen = useRef(false);
  useEffect(() => {
    isOnScreen.current = true;
    return () => {
      isOnScreen.current = false;
    };
  }, []);
  const [untouched] = useState(() => JSON.stringify(content));
  const isStored = draft !== null && draft.id === desk.current.draftId && draft.type?.id === content.typeId;
  const isTouched = desk.current.draftId !== null || JSON.stringify(content) !== untouched;
  const begunAs = ['type', 'customer', 'call', 'parent', 'draft'].map((name) => search.get(name) ?? '').join(' ');

  const nameInAddress = (draftId: string) => {
    if (!isOnScreen.current || search.get('draft') === draftId) return;
    const name = (now: URLSearchParams) => {
      now.set('draft', draftId);
      return now;
    };
    setSearch(name, { replace: true, preventScrollReset: true });
  };
  return useKeptDraft({
    deviceKey: `handoff-draft ${viewer.id} new ${begunAs}`,
    stored: isStored ? { content, updatedAt: draft.updatedAt } : null,
    isOpen: true,
    content: isTouched ? { ...content } : null,
    restore: (held) => restore(held as unknown as NewTicketContent),
    keep: async (held) => {
      const { draftId } = desk.current;
      if (!held) {
        desk.current.draftId = null;
        return draftId === null || (await sendDraft({ kind: 'discardTicket', input: { draftId } })) !== null;
      }
      const input = toInput(held as unknown as NewTicketContent, { parent, callId, draftId });
      const answer = await sendDraft({ kind: 'saveTicket', input });
      if (!answer?.draftId) return false;
      desk.current.draftId = answer.draftId;
      nameInAddress(answer.draftId);
      return true;
    },
  });
}
