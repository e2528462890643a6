import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    handoffUrl: string;
    handoffData: string;
  }
}

/** Where the instance under test answers. */
export const handoffUrl = (): string => inject('handoffUrl');

/** Its data folder: demo logins, logs. */
export const handoffData = (): string => inject('handoffData');
