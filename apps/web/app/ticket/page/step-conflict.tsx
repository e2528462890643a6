import type { Answers } from '@handoff/core/form/answers';
import { localize } from '@handoff/core/platform/text/localize';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { useTranslation } from 'react-i18next';
import { ConflictDialog, type Side } from '~/conflict/conflict-dialog.tsx';
import type { Conflict } from '~/conflict/read-conflict.ts';
import { useFormat } from '~/format/format-context.tsx';
import { fieldsByChange, valueWordsOf } from './change-words.ts';
import type { TicketPageData } from './ticket-operations.ts';

interface StepConflictProps {
  conflict: Conflict;
  ticket: TicketPageData;
  definition: TicketTypeDefinition;
  /** What stands in the form. */
  values: Readonly<Record<string, unknown>>;
  /** The answers of others that are taken, and all of theirs, which have been read now. */
  onChoose: (taken: Answers, theirs: Answers) => void;
  onClose: () => void;
}

/** The choice between what two people answered at the same fields of a ticket. */
export function StepConflict({ conflict, ticket, definition, values, onChoose, onClose }: StepConflictProps) {
  const { i18n } = useTranslation();
  const format = useFormat();
  const fields = fieldsByChange(definition);
  const people = ticket.steps.flatMap((step) => step.candidates).map(({ id, name }) => [id, name] as const);
  const say = (key: string, value: unknown) => {
    const field = fields.get(`answers.${key}`);
    return field
      ? valueWordsOf(field, value, { locale: i18n.language, format, names: Object.fromEntries(people) })
      : '';
  };
  const choose = (sides: Readonly<Record<string, Side>>) => {
    const theirs = conflict.fields.map(({ field, theirs }) => [field, theirs] as const);
    const taken = theirs.filter(([field]) => sides[field] === 'theirs');
    onChoose(Object.fromEntries(taken) as Answers, Object.fromEntries(theirs) as Answers);
  };
  return (
    <ConflictDialog
      choices={conflict.fields.map(({ field, before, theirs, by, at }) => {
        const label = fields.get(`answers.${field}`)?.label;
        return {
          field,
          label: label ? localize(label, i18n.language) : field,
          mine: say(field, values[field]),
          theirs: say(field, theirs),
          before: say(field, before),
          by,
          at,
        };
      })}
      onChoose={choose}
      onClose={onClose}
    />
  );
}
