import type { TicketEvent } from '../page/ticket-operations.ts';
import { splitMentions } from './mention-text.ts';

/** What a note says; those whom it mentions stand out. */
export function NoteBody({ event }: { event: TicketEvent }) {
  const names = event.changes.flatMap(({ field, to }) =>
    field === 'mention' && typeof to === 'object' && to !== null && 'name' in to ? [String(to.name)] : [],
  );
  return (
    <p className="note-body">
      {splitMentions(event.body ?? '', names).map(({ text, isMention }, place) =>
        isMention ? (
          <b key={place} className="mention">
            {text}
          </b>
        ) : (
          text
        ),
      )}
    </p>
  );
}
