import { mergeDefinitions } from '@handoff/core/ticket-type/draft/merge-definitions';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';

/** What an admin has made of a draft in this tab, with every step back and forth. */
export interface DraftHistory {
  past: readonly TicketTypeDefinition[];
  present: TicketTypeDefinition;
  future: readonly TicketTypeDefinition[];
  /** What belongs to one move, such as the letters typed into one field; the next move of the same kind joins it. */
  move: string | null;
}

export type DraftAct =
  /** `move` names what is changed, so that typing a word is one step back. */
  | { act: 'edit'; definition: TicketTypeDefinition; move?: string }
  | { act: 'undo' }
  | { act: 'redo' }
  /** What was saved with the changes of others in it. */
  | { act: 'merge'; sent: TicketTypeDefinition; saved: TicketTypeDefinition };

export const startHistory = (present: TicketTypeDefinition): DraftHistory => ({
  past: [],
  present,
  future: [],
  move: null,
});

/** The next state of a draft in the browser. Undo has no limit. */
export function changeHistory(history: DraftHistory, act: DraftAct): DraftHistory {
  const { past, present, future, move } = history;
  switch (act.act) {
    case 'edit': {
      const isJoined = act.move !== undefined && act.move === move && past.length > 0;
      return {
        past: isJoined ? past : [...past, present],
        present: act.definition,
        future: [],
        move: act.move ?? null,
      };
    }
    case 'undo': {
      const before = past.at(-1);
      if (!before) return history;
      return { past: past.slice(0, -1), present: before, future: [present, ...future], move: null };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (!after) return history;
      return { past: [...past, present], present: after, future: rest, move: null };
    }
    case 'merge':
      return { ...history, present: withOthers(act.sent, act.saved, present), move: null };
  }
}

/** What was saved, and on top of it what was typed meanwhile. */
const withOthers = (sent: TicketTypeDefinition, saved: TicketTypeDefinition, present: TicketTypeDefinition) =>
  present === sent ? saved : (mergeDefinitions(sent, saved, present).merged as TicketTypeDefinition);
