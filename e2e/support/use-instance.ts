import { inject } from 'vitest';
import { useInstance } from './instance.ts';

const lane = Number(process.env['VITEST_POOL_ID']);
const instance = inject('instances')[lane - 1];
if (!instance) throw new Error(`there is no instance for lane ${String(lane)}`);
useInstance(instance);
