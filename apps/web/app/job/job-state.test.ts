import { expect, it } from 'vitest';
import type { JobFacts } from './job-operations.ts';
import { secondsLeft } from './job-state.ts';

const began = '2026-11-28T10:00:00.000Z';
const job = (facts: Partial<JobFacts>): JobFacts => ({
  id: 'job',
  operation: 'CHANGE_TICKETS',
  status: 'RUNNING',
  isDryRun: false,
  isCounted: true,
  totalCount: 1000,
  doneCount: 240,
  skippedCount: 8,
  failedCount: 2,
  actions: [],
  createdAt: began,
  updatedAt: '2026-11-28T10:00:10.000Z',
  startedAt: began,
  finishedAt: null,
  fault: null,
  file: null,
  createdBy: null,
  change: null,
  ...facts,
});

it('takes what is left to go on as what is done has gone', () => {
  expect(secondsLeft(job({}))).toBe(30);
});

it.each([{ isCounted: false }, { status: 'PAUSED' as const }, { doneCount: 5 }])(
  'says nothing too early: %j',
  (facts) => {
    expect(secondsLeft(job(facts))).toBeNull();
  },
);
