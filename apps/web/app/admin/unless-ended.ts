import type { ShouldRevalidateFunction } from '@remix-run/react';
import type { Outcome } from '~/graphql/mutation-result.ts';

/** For the page of a record that these intents end: the page is left then, and finds nothing to read again before it is. */
export const unlessEnded =
  (...intents: readonly string[]): ShouldRevalidateFunction =>
  ({ json, actionResult, defaultShouldRevalidate }) => {
    const intent: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'intent') : undefined;
    const hasEnded =
      intents.some((one) => one === intent) && (actionResult as Outcome<object> | undefined)?.ok === true;
    return !hasEnded && defaultShouldRevalidate;
  };
