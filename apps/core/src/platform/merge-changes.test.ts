import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeChanges } from './merge-changes.ts';

it('writes what I changed, keeps what others changed, and asks about what both changed', () => {
  const read = { name: 'Wang', address: 'Wensan 90', remark: 'noon', level: null, company: '' };
  const mine = { name: 'Wang Fang', address: 'Wensan 478', remark: 'noon', level: 'gold', company: null };
  const now = { name: 'Wang', address: 'Wensan 12', remark: 'evening', level: 'gold', company: null };
  expect(mergeChanges(read, mine, now)).toEqual({
    toWrite: ['name', 'level', 'company'],
    kept: ['remark'],
    conflicts: [{ field: 'address', before: 'Wensan 90', theirs: 'Wensan 12' }],
  });
});

const fields = fc.record({ a: fc.integer({ max: 2, min: 0 }), b: fc.integer({ max: 2, min: 0 }) });

it('loses no change of anybody: each field is written, kept or asked about', () => {
  fc.assert(
    fc.property(fields, fields, fields, (read, mine, now) => {
      const { toWrite, kept, conflicts } = mergeChanges(read, mine, now);
      expect([...toWrite, ...kept, ...conflicts.map(({ field }) => field)].sort()).toEqual(['a', 'b']);
      for (const field of ['a', 'b'] as const) {
        const result = kept.includes(field) ? now[field] : mine[field];
        if (conflicts.some((one) => one.field === field)) continue;
        if (mine[field] !== read[field]) expect(result).toBe(mine[field]);
        else expect(result).toBe(now[field]);
      }
    }),
  );
});
