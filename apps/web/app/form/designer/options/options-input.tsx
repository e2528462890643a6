import './options-input.css';
import type { TreeOption } from '@handoff/core/form/field-definition';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ChevronDown, ChevronRight, Ellipsis, ListPlus, Plus } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addBehind,
  addBelow,
  changeOption,
  freeValue,
  indentOption,
  moveOption,
  outdentOption,
  removeOption,
  rowsOf,
  type ChangedOptions,
  type OptionPath,
} from './edit-options.ts';
import { OptionMenu } from './option-menu.tsx';
import { OptionList } from './option-list.tsx';

const useOnceSeen = typeof document === 'undefined' ? () => undefined : useLayoutEffect;

/** More than this, and all but the first level is folded to begin with. */
const MANY = 60;

interface OptionsInputProps {
  options: readonly TreeOption[];
  /** How deep they may go: 1 for a plain list. */
  mostLevels: number;
  onChange: (options: TreeOption[]) => void;
}

/** The choices of a field in the order in which people see them, as a tree where they go deeper. */
export function OptionsInput({ options, mostLevels, onChange }: OptionsInputProps) {
  const { t, i18n } = useTranslation('form-designer');
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set(rowsOf(options).length > MANY ? options.map(({ value }) => value) : []),
  );
  const [menu, setMenu] = useState<{ anchor: HTMLElement; path: OptionPath } | null>(null);
  const [isPasting, setIsPasting] = useState(false);
  const rows = useMemo(() => rowsOf(options, (value) => folded.has(value)), [options, folded]);
  const place = useRef<HTMLUListElement>(null);
  const next = useRef<{ path: OptionPath; column: number } | null>(null);
  useOnceSeen(() => {
    if (!next.current) return;
    const { path, column } = next.current;
    next.current = null;
    const row = place.current?.querySelector(`[data-path="${path.join('-')}"]`);
    row?.querySelectorAll('input')[column]?.focus();
  });

  const apply = ({ options: changed, path }: ChangedOptions, column = 0) => {
    next.current = { path, column };
    onChange(changed);
  };
  const fold = (value: string, isOn: boolean) => {
    const values = new Set(folded);
    if (isOn) values.add(value);
    else values.delete(value);
    setFolded(values);
  };
  const fresh = (): TreeOption => {
    const number = rowsOf(options).length + 1;
    return { value: freeValue(options), label: { en: `Option ${number}`, zh: `选项 ${number}` } };
  };
  const acts = (path: OptionPath, option: TreeOption, column = 0) => ({
    behind: () => apply(addBehind(options, path, [fresh()])),
    below: () => {
      fold(option.value, false);
      apply(addBelow(options, path, [fresh()]));
    },
    indent: () => apply(indentOption(options, path, mostLevels), column),
    outdent: () => apply(outdentOption(options, path), column),
    move: (by: 1 | -1) => apply(moveOption(options, path, by), column),
    remove: () => apply(removeOption(options, path), column),
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, index: number, column: number) => {
    const row = rows[index];
    if (!row || event.nativeEvent.isComposing) return;
    const { path, option } = row;
    const act = acts(path, option, column);
    const to = (at: number) => {
      const key = rows[at]?.path.join('-');
      const inputs = place.current?.querySelectorAll<HTMLInputElement>(`[data-path="${key ?? ''}"] input`);
      inputs?.[column]?.focus();
    };
    const isEmpty = option.label.en === '' && option.label.zh === '';
    const isDeep = path.length >= mostLevels;
    if (event.key === 'Enter') {
      if ((event.ctrlKey || event.metaKey) && !isDeep) act.below();
      else act.behind();
    } else if (event.altKey && event.key === 'ArrowRight') act.indent();
    else if (event.altKey && event.key === 'ArrowLeft') act.outdent();
    else if (event.altKey && event.key === 'ArrowDown') act.move(1);
    else if (event.altKey && event.key === 'ArrowUp') act.move(-1);
    else if (event.altKey && event.key === 'Delete') act.remove();
    else if (event.key === 'Backspace' && isEmpty) act.remove();
    else if (event.key === 'ArrowDown') to(index + 1);
    else if (event.key === 'ArrowUp') to(index - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const last = options.length - 1;
  return (
    <fieldset className="grant">
      <legend>{t('options')}</legend>
      <ul className="option-rows" ref={place}>
        {rows.map(({ path, option }, index) => {
          const key = path.join('-');
          const name = localize(option.label, i18n.language) || option.value;
          const isFolded = folded.has(option.value);
          return (
            <li
              key={option.value + key}
              className="option-row"
              data-path={key}
              style={{ paddingInlineStart: `${(path.length - 1) * 16}px` }}
            >
              {mostLevels > 1 &&
                (option.children ? (
                  <IconButton
                    size="small"
                    className="option-fold"
                    aria-expanded={!isFolded}
                    aria-label={t('tree.fold', { name })}
                    onClick={() => fold(option.value, !isFolded)}
                  >
                    {isFolded ? <ChevronRight size={14} /> : <ChevronDown size={14} />}
                  </IconButton>
                ) : (
                  <span className="option-fold" />
                ))}
              {(['en', 'zh'] as const).map((locale, column) => (
                <input
                  key={locale}
                  className="plain-input"
                  aria-label={t(`option.${locale}`, { value: option.value })}
                  value={option.label[locale]}
                  onKeyDown={(event) => onKeyDown(event, index, column)}
                  onChange={({ target }) =>
                    onChange(
                      changeOption(options, path, { ...option, label: { ...option.label, [locale]: target.value } }),
                    )
                  }
                />
              ))}
              {path.length < mostLevels && (
                <IconButton
                  size="small"
                  tabIndex={-1}
                  aria-label={t('tree.addBelow', { name })}
                  onClick={acts(path, option).below}
                >
                  <Plus size={14} />
                </IconButton>
              )}
              <IconButton
                size="small"
                tabIndex={-1}
                aria-label={t('menuOf', { name })}
                onClick={(event) => setMenu({ anchor: event.currentTarget, path })}
              >
                <Ellipsis size={14} />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <p className="small quiet">{t(mostLevels > 1 ? 'tree.keys' : 'tree.listKeys', { count: mostLevels })}</p>
      <div className="admin-acts">
        <Button
          size="small"
          startIcon={<Plus size={14} />}
          onClick={() => apply(addBehind(options, [last], [fresh()]))}
        >
          {t('addOption')}
        </Button>
        <Button
          size="small"
          startIcon={<ListPlus size={14} />}
          aria-expanded={isPasting}
          onClick={() => setIsPasting(!isPasting)}
        >
          {t('tree.pasteList')}
        </Button>
      </div>
      {isPasting && (
        <OptionList
          options={options}
          mostLevels={mostLevels}
          onDone={(changed) => {
            setIsPasting(false);
            if (changed) onChange(changed);
          }}
        />
      )}
      {menu && (
        <OptionMenu
          anchor={menu.anchor}
          options={options}
          path={menu.path}
          mostLevels={mostLevels}
          actsOf={acts}
          onClose={() => setMenu(null)}
        />
      )}
    </fieldset>
  );
}

export type OptionActs = Record<'behind' | 'below' | 'indent' | 'outdent' | 'remove', () => void> & {
  move: (by: 1 | -1) => void;
};
