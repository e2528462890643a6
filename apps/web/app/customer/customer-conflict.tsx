import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { isListed } from '@handoff/core/customer/listed-facts';
import type { CustomerLists } from './customer-lists.ts';
import type { Side } from '~/conflict/conflict-dialog.tsx';
import type { Conflict } from '~/conflict/read-conflict.ts';
import { noFacts, type CustomerFacts } from './facts-form.tsx';

const ConflictDialog = lazy(() =>
  import('~/conflict/conflict-dialog.tsx').then((module) => ({ default: module.ConflictDialog })),
);

type Fact = Exclude<keyof CustomerFacts, 'answers'>;

interface CustomerConflictProps {
  conflict: Conflict;
  facts: CustomerFacts;
  owners: readonly { id: string; name: string }[];
  lists: CustomerLists;
  fields: readonly { key: string; label: { text: string } }[];
  /** The facts of the form that give way, and what both sides have read now. */
  onChoose: (taken: Partial<CustomerFacts>, read: Partial<CustomerFacts>) => void;
  onClose: () => void;
}

const isFact = (field: string): field is Fact => field !== 'answers' && Object.hasOwn(noFacts, field);
const answerMark = 'answers.';

/** A value as the form holds it. */
const formValue = (field: Fact, value: unknown) =>
  field === 'phones' || field === 'identities'
    ? ((value ?? []) as { label: string | null }[]).map((line) => ({ ...line, label: line.label ?? '' }))
    : (value ?? '');

/** The choice between what two people made of the same facts of a customer. */
export function CustomerConflict({
  conflict,
  facts,
  owners,
  lists,
  fields: named,
  onChoose,
  onClose,
}: CustomerConflictProps) {
  const { t } = useTranslation('customer');
  const words = (field: Fact, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '';
    if (field === 'ownerId') return owners.find(({ id }) => id === value)?.name ?? '';
    if (field === 'kind') return t(`kind.${value as 'DEALER'}`);
    if (field === 'level') return t(`level.${value as 'GOLD'}`);
    if (isListed(field)) return lists[field].find((one) => one.value === value)?.label ?? String(value);
    if (!Array.isArray(value)) return String(value);
    return value
      .map((line: Record<string, string | null>) =>
        [line.label, line.number ?? `${line.channel} ${line.externalId}`].filter(Boolean).join(' '),
      )
      .join('\n');
  };
  const fields = conflict.fields.flatMap((one) => (isFact(one.field) ? [{ ...one, field: one.field }] : []));
  const answers = conflict.fields.filter(({ field }) => field.startsWith(answerMark));
  const keyOf = (field: string) => field.slice(answerMark.length);
  const choose = (sides: Readonly<Record<string, Side>>) => {
    const isTheirs = ({ field }: { field: string }) => sides[field] === 'theirs';
    const factsIn = (list: typeof fields) =>
      Object.fromEntries(list.map(({ field, theirs }) => [field, formValue(field, theirs)]));
    const answersIn = (list: typeof answers) =>
      list.length > 0 ? { answers: Object.fromEntries(list.map(({ field, theirs }) => [keyOf(field), theirs])) } : {};
    onChoose(
      { ...factsIn(fields.filter(isTheirs)), ...answersIn(answers.filter(isTheirs)) },
      { ...factsIn(fields), ...answersIn(answers) },
    );
  };
  const plain = (value: unknown): string =>
    value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return (
    <Suspense>
      <ConflictDialog
        choices={[
          ...fields.map(({ field, before, theirs, by, at }) => ({
            field,
            label: t(`field.${field === 'ownerId' ? 'owner' : field}`),
            mine: words(field, facts[field]),
            theirs: words(field, theirs),
            before: words(field, before),
            by,
            at,
          })),
          ...answers.map(({ field, before, theirs, by, at }) => ({
            field,
            label: named.find(({ key }) => key === keyOf(field))?.label.text ?? field,
            mine: plain(facts.answers[keyOf(field)]),
            theirs: plain(theirs),
            before: plain(before),
            by,
            at,
          })),
        ]}
        onChoose={choose}
        onClose={onClose}
      />
    </Suspense>
  );
}
