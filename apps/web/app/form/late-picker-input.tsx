import { lazy, Suspense } from 'react';
import type { PickerInputProps } from './picker-input.tsx';
import { TextInput } from './text-input.tsx';

const PickerInput = lazy(() => import('./picker-input.tsx').then((module) => ({ default: module.PickerInput })));

/** A picker on a page that mostly has none: what is chosen stands there at once, and the list to choose from comes after the page. */
export function LatePickerInput(props: PickerInputProps) {
  const { label, isRequired, hint, error, ruleNote, value } = props;
  const chosen = value.map((choice) => choice.label).join(', ');
  const frame = { label, isRequired, hint, error, ruleNote };
  return (
    <Suspense fallback={<TextInput {...frame} name="" value={chosen} isReadOnly />}>
      <PickerInput {...props} />
    </Suspense>
  );
}
