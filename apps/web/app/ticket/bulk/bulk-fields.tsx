import { useTranslation } from 'react-i18next';
import { findAllTags, findMacros, findReceivers, findTags } from '~/form/find-choices.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';

export const bulkKinds = [
  'REASSIGN',
  'CHANGE_URGENCY',
  'COMMENT',
  'ACCEPT',
  'SUBMIT',
  'SUSPEND',
  'RESUME',
  'CANCEL',
  'ADD_TAGS',
  'REMOVE_TAGS',
  'RUN_MACRO',
] as const;
export type BulkKind = (typeof bulkKinds)[number];

const urgencies = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;

export interface BulkChange {
  kind: BulkKind;
  receiver: PickerChoice | null;
  tags: readonly PickerChoice[];
  macro: PickerChoice | null;
  urgency: (typeof urgencies)[number];
  body: string;
  reason: string;
}

export const noChange: BulkChange = {
  kind: 'REASSIGN',
  receiver: null,
  tags: [],
  macro: null,
  urgency: 'HIGH',
  body: '',
  reason: '',
};

const takesTags = ({ kind }: BulkChange) => kind === 'ADD_TAGS' || kind === 'REMOVE_TAGS';
const needsReason = ({ kind }: BulkChange) => kind === 'SUSPEND' || kind === 'CANCEL';
const takesReason = (change: BulkChange) =>
  !takesTags(change) &&
  change.kind !== 'RUN_MACRO' &&
  change.kind !== 'COMMENT' &&
  change.kind !== 'ACCEPT' &&
  change.kind !== 'RESUME';

export const isComplete = (change: BulkChange): boolean =>
  (change.kind !== 'REASSIGN' || change.receiver !== null) &&
  (change.kind !== 'RUN_MACRO' || change.macro !== null) &&
  (!takesTags(change) || change.tags.length > 0) &&
  (change.kind !== 'COMMENT' || change.body.trim() !== '') &&
  (!needsReason(change) || change.reason.trim() !== '');

interface BulkFieldsProps {
  change: BulkChange;
  /** What is missing is said once somebody tried to go on. */
  isChecked: boolean;
  onChange: (change: BulkChange) => void;
}

/** What to do, and what that needs. */
export function BulkFields({ change, isChecked, onChange }: BulkFieldsProps) {
  const { t } = useTranslation('job');
  const missing = (isEmpty: boolean) => (isChecked && isEmpty ? t('bulk.missing') : undefined);
  const names = { name: '…', urgency: '…' };
  return (
    <>
      <SelectInput
        name="kind"
        label={t('bulk.what')}
        isRequired
        value={change.kind}
        options={bulkKinds.map((value) => ({ value, label: t(`what.${value}`, names) }))}
        onChange={(value) => onChange({ ...change, kind: bulkKinds.find((each) => each === value) ?? change.kind })}
      />
      {change.kind === 'REASSIGN' && (
        <PickerInput
          label={t('bulk.to')}
          isRequired
          value={change.receiver ? [change.receiver] : []}
          find={findReceivers}
          error={missing(change.receiver === null)}
          onChange={([receiver]) => onChange({ ...change, receiver: receiver ?? null })}
        />
      )}
      {change.kind === 'RUN_MACRO' && (
        <PickerInput
          label={t('bulk.macro')}
          isRequired
          value={change.macro ? [change.macro] : []}
          find={findMacros}
          error={missing(change.macro === null)}
          onChange={([macro]) => onChange({ ...change, macro: macro ?? null })}
        />
      )}
      {takesTags(change) && (
        <PickerInput
          label={t('bulk.tags')}
          isRequired
          isMultiple
          value={change.tags}
          find={change.kind === 'ADD_TAGS' ? findTags : findAllTags}
          error={missing(change.tags.length === 0)}
          onChange={(tags) => onChange({ ...change, tags })}
        />
      )}
      {change.kind === 'CHANGE_URGENCY' && (
        <SelectInput
          name="urgency"
          label={t('bulk.urgency')}
          isRequired
          value={change.urgency}
          options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          onChange={(value) =>
            onChange({ ...change, urgency: urgencies.find((each) => each === value) ?? change.urgency })
          }
        />
      )}
      {change.kind === 'COMMENT' && (
        <TextInput
          name="body"
          label={t('bulk.note')}
          isRequired
          rows={4}
          maxLength={10_000}
          value={change.body}
          error={missing(change.body.trim() === '')}
          onChange={(body) => onChange({ ...change, body })}
        />
      )}
      {takesReason(change) && (
        <TextInput
          name="reason"
          label={t('bulk.reason')}
          isRequired={needsReason(change)}
          rows={2}
          maxLength={1000}
          value={change.reason}
          error={missing(needsReason(change) && change.reason.trim() === '')}
          onChange={(reason) => onChange({ ...change, reason })}
        />
      )}
    </>
  );
}
