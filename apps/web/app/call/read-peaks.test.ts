import { expect, it } from 'vitest';
import { peaksOf } from './read-peaks.ts';

it('takes the loudest of each stretch against the loudest of all', () => {
  expect(peaksOf(Float32Array.from([0, 0.1, -0.5, 0.2, 0.25, 0]), 3)).toEqual([expect.closeTo(0.2), 1, 0.5]);
});

it('has a peak for each bar however short or silent the recording is', () => {
  expect(peaksOf(new Float32Array(2), 4)).toEqual([0, 0, 0, 0]);
  expect(peaksOf(Float32Array.from([1]), 3)).toEqual([1, 0, 0]);
});
