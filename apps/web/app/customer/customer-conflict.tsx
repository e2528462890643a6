import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerSource } from './customer-sources.ts';
import type { Side } from '~/conflict/conflict-dialog.tsx';
import type { Conflict } from '~/conflict/read-conflict.ts';
import { noFacts, type CustomerFacts } from './facts-form.tsx';

const ConflictDialog = lazy(() =>
  import('~/conflict/conflict-dialog.tsx').then((module) => ({ default: module.ConflictDialog })),
);

type Fact = keyof CustomerFacts;

interface CustomerConflictProps {
  conflict: Conflict;
  facts: CustomerFacts;
  owners: readonly { id: string; name: string }[];
  sources: readonly CustomerSource[];
  /** The facts of the form that give way, and what both sides have read now. */
  onChoose: (taken: Partial<CustomerFacts>, read: Partial<CustomerFacts>) => void;
  onClose: () => void;
}

const isFact = (field: string): field is Fact => Object.hasOwn(noFacts, field);

/** A value as the form holds it. */
const formValue = (field: Fact, value: unknown) =>
  field === 'phones' || field === 'identities'
    ? ((value ?? []) as { label: string | null }[]).map((line) => ({ ...line, label: line.label ?? '' }))
    : (value ?? '');

/** The choice between what two people made of the same facts of a customer. */
export function CustomerConflict({ conflict, facts, owners, sources, onChoose, onClose }: CustomerConflictProps) {
  const { t } = useTranslation('customer');
  const words = (field: Fact, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '';
    if (field === 'ownerId') return owners.find(({ id }) => id === value)?.name ?? '';
    if (field === 'kind') return t(`kind.${value as 'DEALER'}`);
    if (field === 'level') return t(`level.${value as 'GOLD'}`);
    if (field === 'source') return sources.find((source) => source.value === value)?.label ?? String(value);
    if (!Array.isArray(value)) return String(value);
    return value
      .map((line: Record<string, string | null>) =>
        [line.label, line.number ?? `${line.channel} ${line.externalId}`].filter(Boolean).join(' '),
      )
      .join('\n');
  };
  const fields = conflict.fields.flatMap((one) => (isFact(one.field) ? [{ ...one, field: one.field }] : []));
  const choose = (sides: Readonly<Record<string, Side>>) => {
    const read = Object.fromEntries(fields.map(({ field, theirs }) => [field, formValue(field, theirs)]));
    const taken = Object.entries(read).filter(([field]) => sides[field] === 'theirs');
    onChoose(Object.fromEntries(taken), read);
  };
  return (
    <Suspense>
      <ConflictDialog
        choices={fields.map(({ field, before, theirs, by, at }) => ({
          field,
          label: t(`field.${field === 'ownerId' ? 'owner' : field}`),
          mine: words(field, facts[field]),
          theirs: words(field, theirs),
          before: words(field, before),
          by,
          at,
        }))}
        onChoose={choose}
        onClose={onClose}
      />
    </Suspense>
  );
}
