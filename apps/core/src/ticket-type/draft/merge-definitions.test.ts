import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeChanges } from './describe-changes.ts';
import { isSame, mergeDefinitions } from './merge-definitions.ts';

const repair: unknown = JSON.parse(
  readFileSync(new URL('../../../../../prisma/seed/ticket-types/repair.json', import.meta.url), 'utf8'),
);

const field = (key: string, label: string) => ({ key, type: 'text', label: { en: label, zh: label } });
const form = (...fields: unknown[]): unknown => ({ sections: [{ key: 'main', columns: 1, fields }] });

const part = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), label: fc.string(), size: fc.nat(3) });
const parts = fc.uniqueArray(part, { selector: ({ key }) => key });
const draft = fc.record({ name: fc.string(), parts }, { requiredKeys: ['parts'] });

describe('two people at one draft', () => {
  it('keep a new label here and a new place there', () => {
    const before = form(field('fault', 'Fault'), field('model', 'Model'));
    const theirs = form(field('model', 'Model'), field('fault', 'Fault'));
    const mine = form(field('fault', 'What is wrong'), field('model', 'Model'), field('bought', 'Bought'));
    expect(mergeDefinitions(before, theirs, mine)).toEqual({
      merged: form(field('model', 'Model'), field('bought', 'Bought'), field('fault', 'What is wrong')),
      clashes: [],
    });
  });

  it('are both asked about what they changed in unlike ways', () => {
    const { merged, clashes } = mergeDefinitions({ name: 'a' }, { name: 'b' }, { name: 'c' });
    expect(merged).toEqual({ name: 'c' });
    expect(clashes).toEqual([{ path: ['name'], before: 'a', theirs: 'b', mine: 'c' }]);
  });

  it('are asked when one changes what the other removes', () => {
    const { clashes } = mergeDefinitions(
      form(field('a', '1'), field('b', '1')),
      form(field('b', '1')),
      form(field('a', '2'), field('b', '1')),
    );
    expect(clashes.map(({ path }) => path)).toEqual([['sections', 'main', 'fields', 'a']]);
  });

  it('lose nothing: every change of either is in the result or in a clash', () => {
    fc.assert(
      fc.property(draft, draft, draft, (before, theirs, mine) => {
        const { merged, clashes } = mergeDefinitions(before, theirs, mine);
        const isAsked = (path: string[]) =>
          clashes.some((clash) => clash.path.every((step, index) => path[index] === undefined || path[index] === step));
        for (const side of [theirs, mine]) {
          const lost = describeChanges(before, side).filter(
            (change) =>
              change.kind !== 'moved' &&
              !isAsked(change.path) &&
              describeChanges(before, merged).every(({ path }) => path.join() !== change.path.join()),
          );
          expect(lost).toEqual([]);
        }
      }),
    );
  });

  it('agree when one of them did nothing', () => {
    fc.assert(
      fc.property(draft, draft, (before, after) => {
        expect(isSame(mergeDefinitions(before, after, before).merged, after)).toBe(true);
        expect(isSame(mergeDefinitions(before, before, after).merged, after)).toBe(true);
      }),
    );
  });
});

describe('the changes between two versions', () => {
  it('are none between equals', () => {
    expect(describeChanges(repair, structuredClone(repair))).toEqual([]);
  });

  it('show a condition as a whole', () => {
    const rule = (value: string) => ({
      policies: [{ key: 'gold', when: { all: [{ field: 'customer.level', op: 'equals', value }] } }],
    });
    const [before, after] = [rule('silver'), rule('gold')].map(({ policies }) => policies[0]?.when);
    expect(describeChanges(rule('silver'), rule('gold'))).toEqual([
      { kind: 'changed', path: ['policies', 'gold', 'when'], before, after },
    ]);
  });

  it('name the part, by its key', () => {
    const after = form(field('model', 'Model'), field('fault', 'What is wrong'));
    expect(
      describeChanges(form(field('fault', 'Fault'), field('model', 'Model'), field('colour', 'Colour')), after),
    ).toEqual([
      {
        kind: 'changed',
        path: ['sections', 'main', 'fields', 'fault', 'label', 'en'],
        before: 'Fault',
        after: 'What is wrong',
      },
      {
        kind: 'changed',
        path: ['sections', 'main', 'fields', 'fault', 'label', 'zh'],
        before: 'Fault',
        after: 'What is wrong',
      },
      {
        kind: 'removed',
        path: ['sections', 'main', 'fields', 'colour'],
        before: field('colour', 'Colour'),
        after: undefined,
      },
      {
        kind: 'moved',
        path: ['sections', 'main', 'fields'],
        before: ['fault', 'model', 'colour'],
        after: ['model', 'fault'],
      },
    ]);
  });
});
