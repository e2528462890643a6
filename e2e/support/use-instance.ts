import { inject } from 'vitest';
import { useInstance } from './instance.ts';

declare module 'vitest' {
  interface ProvidedContext {
    handoffUrl: string;
    handoffData: string;
  }
}

useInstance({ url: inject('handoffUrl'), data: inject('handoffData') });
