import './condition.css';
import type { Condition } from '@handoff/core/condition/condition';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { ConditionSentence } from './condition-sentence.tsx';
import {
  isLeaf,
  leafAbout,
  readGroup,
  withPart,
  writeGroup,
  type ConditionField,
  type ConditionGroup,
} from './edit-condition.ts';
import { useConditionWords } from './use-condition-words.ts';

interface ConditionEditorProps {
  fields: readonly ConditionField[];
  value: Condition | undefined;
  onChange: (value: Condition | undefined) => void;
  label: string;
}

/** A condition as sentences, all or any of which hold, with groups inside. What lies deeper is said in words and kept. */
export function ConditionEditor({ fields, value, onChange, label }: ConditionEditorProps) {
  const { t } = useTranslation('condition');
  return (
    <fieldset className="condition">
      <legend>{label}</legend>
      {!value && <p className="small quiet">{t('none')}</p>}
      <Group
        fields={fields}
        group={readGroup(value)}
        isInner={false}
        onChange={(group) => onChange(writeGroup(group))}
      />
    </fieldset>
  );
}

interface GroupProps {
  fields: readonly ConditionField[];
  group: ConditionGroup;
  isInner: boolean;
  onChange: (group: ConditionGroup) => void;
}

function Group({ fields, group, isInner, onChange }: GroupProps) {
  const { t } = useTranslation('condition');
  const [first] = fields;
  const add = (part: Condition) => onChange({ ...group, parts: [...group.parts, part] });
  return (
    <div className="condition-group">
      {group.parts.length > 1 && (
        <div className="condition-mode">
          <SelectInput
            name="mode"
            label={t('modeLabel')}
            isRequired
            value={group.mode}
            options={(['all', 'any'] as const).map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
            onChange={(mode) => onChange({ ...group, mode: mode === 'any' ? 'any' : 'all' })}
          />
        </div>
      )}
      {group.parts.map((part, index) => (
        <Part
          key={index}
          fields={fields}
          part={part}
          isInner={isInner}
          onChange={(next) => onChange(withPart(group, index, next))}
        />
      ))}
      {first && (
        <div className="condition-acts">
          <Button size="small" startIcon={<Plus size={14} />} onClick={() => add(leafAbout(first))}>
            {t('add')}
          </Button>
          {!isInner && (
            <Button
              size="small"
              startIcon={<Plus size={14} />}
              onClick={() => add({ [group.mode === 'all' ? 'any' : 'all']: [leafAbout(first)] } as Condition)}
            >
              {t('addGroup')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

interface PartProps {
  fields: readonly ConditionField[];
  part: Condition;
  isInner: boolean;
  onChange: (part: Condition | undefined) => void;
}

function Part({ fields, part, isInner, onChange }: PartProps) {
  const { t } = useTranslation('condition');
  const say = useConditionWords(fields);
  const remove = (label: string) => (
    <IconButton size="small" aria-label={label} onClick={() => onChange(undefined)}>
      <X size={14} />
    </IconButton>
  );
  if (isLeaf(part)) {
    return (
      <div className="condition-part">
        <ConditionSentence fields={fields} leaf={part} onChange={onChange} />
        {remove(t('remove'))}
      </div>
    );
  }
  if (isInner || 'not' in part) {
    return (
      <div className="condition-part">
        <p>{say(part)}</p>
        {remove(t('removeGroup'))}
      </div>
    );
  }
  return (
    <div className="condition-part is-group" role="group" aria-label={t('group')}>
      <Group
        fields={fields}
        group={readGroup(part)}
        isInner
        onChange={({ mode, parts }) =>
          // A group of one stays a group: whoever made it is about to add to it.
          onChange(parts.length === 0 ? undefined : mode === 'any' ? { any: [...parts] } : { all: [...parts] })
        }
      />
      {remove(t('removeGroup'))}
    </div>
  );
}
