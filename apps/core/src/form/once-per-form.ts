import type { FormDefinition } from './form-definition.ts';

/** Works something out of a form once, for as long as the form is there: definitions are never changed in place. */
export function oncePerForm<Result>(workOut: (form: FormDefinition) => Result): (form: FormDefinition) => Result {
  const known = new WeakMap<FormDefinition, { result: Result }>();
  return (form) => {
    const found = known.get(form) ?? { result: workOut(form) };
    known.set(form, found);
    return found.result;
  };
}
