import type { TreeOption } from '@handoff/core/form/field-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { useTranslation } from 'react-i18next';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';
import { SelectInput } from './select-input.tsx';

interface CascadeInputProps extends FieldFrameProps {
  name: string;
  options: readonly TreeOption[];
  /** The chosen values from the root down. */
  value: readonly string[];
  onChange: (value: string[]) => void;
  isReadOnly?: boolean;
}

interface Level {
  options: readonly TreeOption[];
  chosen: string | null;
}

function levelsOf(options: readonly TreeOption[], value: readonly string[]): Level[] {
  const levels: Level[] = [];
  let offered: readonly TreeOption[] | undefined = options;
  for (let depth = 0; offered && offered.length > 0; depth += 1) {
    const chosen: string | null = value[depth] ?? null;
    levels.push({ options: offered, chosen });
    offered = offered.find((option) => option.value === chosen)?.children;
  }
  return levels;
}

/** One list a level; choosing in one offers the next. */
export function CascadeInput(props: CascadeInputProps) {
  const { name, label, options, value, onChange, isReadOnly } = props;
  const { t, i18n } = useTranslation('form');
  return (
    <FieldFrame {...props} isGroup>
      {() => (
        <div className="cascade">
          {levelsOf(options, value).map((level, depth) => (
            <SelectInput
              key={depth}
              name={`${name}.${depth}`}
              label={t('level', { label, level: depth + 1 })}
              value={level.chosen}
              options={level.options.map((option) => ({
                value: option.value,
                label: localize(option.label, i18n.language),
              }))}
              isReadOnly={isReadOnly}
              onChange={(chosen) =>
                onChange(chosen === null ? value.slice(0, depth) : [...value.slice(0, depth), chosen])
              }
            />
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
