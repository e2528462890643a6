import type { SharedField } from '@handoff/core/field/shared-field';
import type { FieldDefinition } from '@handoff/core/form/field-definition';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useSave } from '~/admin/use-save.ts';
import type { Fault } from '~/graphql/mutation-result.ts';
import type { CustomerChoices } from '~/sla/customer-choices.ts';
import { changeHistory, startHistory } from './draft-history.ts';
import { readClash, type DraftClash } from './draft-clash.ts';

const SAVE_AFTER_MILLISECONDS = 1_000;

export interface Choice {
  key: string;
  name: string;
}

/** What conditions, assignees and permissions can name. */
export interface DesignerLists {
  groups: readonly Choice[];
  roles: readonly Choice[];
  calendars: readonly Choice[];
  /** Over which notifications may leave the product. */
  notifierChannels: readonly { id: string; name: string; isActive: boolean }[];
  ticketTypes: readonly (Choice & { id: string })[];
  /** What sort of customers there are, and where they come from. */
  customers: CustomerChoices;
  /** The chosen fields of customers. */
  customerFields: readonly FieldDefinition[];
  /** Fields that forms share and are offered. */
  sharedFields: readonly SharedField[];
}

export interface Draft {
  id: string;
  definition: TicketTypeDefinition;
  lists: DesignerLists;
  /** `move` names what is changed, so that the letters of one field are one step back. */
  edit: (definition: TicketTypeDefinition, move?: string) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  revision: number;
  state: 'saved' | 'saving' | 'waiting' | 'failed';
  savedAt: string;
  fault: Fault | null;
  clash: DraftClash | null;
  /** Saves what waits without waiting longer. */
  saveNow: () => void;
  /** Ends a clash with what was chosen. */
  settle: (definition: TicketTypeDefinition) => void;
}

const DraftContext = createContext<Draft | null>(null);

/** The draft of the page around. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error('useDraft belongs inside a designer');
  return draft;
}

interface DraftProviderProps {
  initial: { id: string; revision: number; definition: TicketTypeDefinition; updatedAt: string };
  lists: DesignerLists;
  /** Where the draft is saved. */
  action: string;
  children: ReactNode;
}

interface Saved {
  draft: { revision: number; definition: TicketTypeDefinition; updatedAt: string } | null;
}

/** Holds a draft while it is designed and saves it a second after the last change. */
export function DraftProvider({ initial, lists, action, children }: DraftProviderProps) {
  const [history, change] = useReducer(changeHistory, initial.definition, startHistory);
  const [kept, setKept] = useState(initial);
  const sent = useRef<TicketTypeDefinition | null>(null);
  const { save, fault, isSaving } = useSave((value) => {
    const { draft } = value as unknown as Saved;
    const mine = sent.current;
    if (!draft || !mine) return;
    change({ act: 'merge', sent: mine, saved: draft.definition });
    setKept({ ...initial, ...draft });
  }, action);
  const { present } = history;
  const clash = useMemo(() => readClash(fault), [fault]);
  const isKept = present === kept.definition;

  const saveNow = useCallback(() => {
    sent.current = present;
    save('save', { draftId: initial.id, baseRevision: kept.revision, definition: present });
  }, [present, kept.revision, initial.id, save]);

  useEffect(() => {
    const isRefused = fault !== null && sent.current === present;
    if (isKept || isSaving || clash || isRefused) return;
    const timer = setTimeout(saveNow, SAVE_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [present, isKept, isSaving, fault, clash, saveNow]);

  const settle = useCallback(
    (definition: TicketTypeDefinition) => {
      if (!clash) return;
      sent.current = definition;
      change({ act: 'edit', definition });
      save('save', { draftId: initial.id, baseRevision: clash.revision, definition });
    },
    [clash, initial.id, save],
  );
  const draft = useMemo<Draft>(
    () => ({
      id: initial.id,
      definition: present,
      lists,
      edit: (definition, move) => change({ act: 'edit', definition, ...(move === undefined ? {} : { move }) }),
      undo: () => change({ act: 'undo' }),
      redo: () => change({ act: 'redo' }),
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      revision: kept.revision,
      state: fault ? 'failed' : isSaving ? 'saving' : isKept ? 'saved' : 'waiting',
      savedAt: kept.updatedAt,
      fault,
      clash,
      saveNow,
      settle,
    }),
    [
      initial.id,
      present,
      lists,
      history.past.length,
      history.future.length,
      kept,
      fault,
      isSaving,
      isKept,
      clash,
      saveNow,
      settle,
    ],
  );
  return <DraftContext.Provider value={draft}>{children}</DraftContext.Provider>;
}
