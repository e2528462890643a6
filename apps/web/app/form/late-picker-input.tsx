import { lazy, Suspense, useEffect, useState } from 'react';
import type { PickerInputProps } from './picker-input.tsx';
import { TextInput } from './text-input.tsx';

const PickerInput = lazy(() => import('./picker-input.tsx').then((module) => ({ default: module.PickerInput })));

/** A picker on a page that mostly has none: what is chosen stands there at once, and the list to choose from comes after the page. */
export function LatePickerInput(props: PickerInputProps) {
  const { label, isRequired, hint, error, ruleNote, value } = props;
  const chosen = value.map((choice) => choice.label).join(', ');
  const frame = { label, isRequired, hint, error, ruleNote };
  const before = <TextInput {...frame} name="" value={chosen} isReadOnly />;
  // Not in the server's picture of the page: what changes while it is still being taken over would throw it away.
  const [isTakenOver, setIsTakenOver] = useState(false);
  useEffect(() => setIsTakenOver(true), []);
  if (!isTakenOver) return before;
  return (
    <Suspense fallback={before}>
      <PickerInput {...props} />
    </Suspense>
  );
}
