import './collaborate.css';
import { Fragment } from 'react';
import type { TicketActor } from '../act/use-ticket-act.ts';
import type { TicketPageData } from '../page/ticket-operations.ts';
import { ChecklistPanel } from './checklist/checklist-panel.tsx';
import { ExtensionPanel } from './extension/extension-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { MergePanel } from './merge/merge-panel.tsx';
import { WatchPanel } from './watch-panel.tsx';

/** The sections of a ticket's page in which people work together on it. */
export function CollaboratePanels({ ticket, act }: { ticket: TicketPageData; act: TicketActor }) {
  return (
    // Another ticket may come in this one's place, as after a merge: what was begun here does not go on there.
    <Fragment key={ticket.id}>
      <ChecklistPanel ticket={ticket} act={act} />
      <LinkPanel ticket={ticket} act={act} />
      <MergePanel ticket={ticket} act={act} />
      <ExtensionPanel ticket={ticket} act={act} />
      <WatchPanel ticket={ticket} act={act} />
    </Fragment>
  );
}
