import type { TreeOption } from '@handoff/core/form/field-definition';
import { levelsOf } from '@handoff/core/form/option-tree';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { rowsOf } from './edit-options.ts';
import { readOptionList } from './read-option-list.ts';

interface OptionListProps {
  options: readonly TreeOption[];
  mostLevels: number;
  /** With the options as they are to be; null where nothing came of it. */
  onDone: (options: TreeOption[] | null) => void;
}

/** Options from a list that was written or exported elsewhere. */
export function OptionList({ options, mostLevels, onDone }: OptionListProps) {
  const { t } = useTranslation('form-designer');
  const [text, setText] = useState('');
  const taken = rowsOf(options).map(({ option }) => option.value);
  const read = readOptionList(text, taken);
  const isDeep = levelsOf(read) > mostLevels;
  const count = rowsOf(read).length;
  return (
    <div className="option-list">
      <TextInput
        name="option-list"
        label={t('tree.list')}
        hint={count > 0 ? t('tree.found', { count, levels: levelsOf(read) }) : t('tree.listHint')}
        error={isDeep ? t('tree.tooDeep', { count: mostLevels }) : undefined}
        rows={6}
        autoFocus
        value={text}
        onChange={setText}
      />
      <div className="admin-acts">
        <Button size="small" disabled={count === 0 || isDeep} onClick={() => onDone([...options, ...read])}>
          {t('tree.append')}
        </Button>
        <Button size="small" disabled={count === 0 || isDeep} onClick={() => onDone(readOptionList(text))}>
          {t('tree.replace')}
        </Button>
        <Button size="small" onClick={() => onDone(null)}>
          {t('tree.cancel')}
        </Button>
      </div>
    </div>
  );
}
