import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateCondition } from '../../condition/evaluate-condition.ts';
import { OPERATORS_OF_KIND, operandOf } from '../../condition/operators.ts';
import type { Condition } from '../../condition/condition.ts';
import { answersTo, evaluateTrigger } from './evaluate-trigger.ts';
import { eventsOf, triggerKinds, type Happening } from './happening.ts';
import {
  deepestChain,
  mostInChain,
  triggerDefinition,
  triggerEventSchema,
  type TriggerDefinition,
} from './trigger-definition.ts';

const kinds = triggerKinds();
const urgencies = ['low', 'normal', 'high', 'urgent'];
const texts = ['', 'late', 'leak', 'Leak again'];

const leaf = fc.oneof(
  fc.constantFrom(...OPERATORS_OF_KIND.choice).map((op) => ({ field: 'ticket.urgency', op, of: urgencies })),
  fc.constantFrom(...OPERATORS_OF_KIND.text).map((op) => ({ field: 'ticket.title', op, of: texts })),
);
const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(leaf, fc.nat(3)).map(([{ field, op, of }, index]): Condition => {
      const operand = operandOf(op);
      if (operand === 'none') return { field, op };
      return { field, op, value: operand === 'many' ? of.slice(0, index + 1) : (of[index] ?? '') };
    }),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie('tree').map((not): Condition => ({ not })),
  ),
})).tree;

const field = fc.constantFrom('answers.fault', 'urgency', 'handler', 'file', 'tag');
const status = fc.constantFrom('pending', 'in_progress', 'suspended', 'completed');
const happening: fc.Arbitrary<Happening> = fc
  .record({
    kind: fc.constantFrom('created', 'submitted', 'commented', 'cancelled', 'tags_changed', 'sla_breached'),
    changes: fc.array(
      field.map((name) => ({ field: name, from: null, to: 'x' })),
      { maxLength: 3 },
    ),
    from: status,
    to: status,
    entered: fc.subarray(['visit', 'report']),
    depth: fc.integer({ min: 0, max: 8 }),
    actorId: fc.constantFrom(null, '01JAGENT000000000000000000'),
  })
  .map(({ kind, changes, from, to, entered, depth, actorId }) => {
    const moved = { status: { from, to }, left: [], entered };
    const events = eventsOf(kind, changes, moved);
    return {
      causeId: 'c',
      events,
      actorId,
      depth,
      rootId: 'c',
      changes,
      moved,
      comment: null,
      clock: null,
      exported: null,
    };
  });

const definition: fc.Arbitrary<TriggerDefinition> = fc
  .record({
    kind: fc.constantFrom(...triggerEventSchema.options),
    fields: fc.subarray(['fault', 'urgency', 'handler']),
    to: fc.subarray(['completed', 'suspended', 'visit']),
    when: fc.option(condition, { nil: undefined }),
  })
  .map(({ kind, fields, to, when }) =>
    triggerDefinition.parse({
      on: { kind, fields, to },
      ...(when && { when }),
      actions: [{ kind: 'change_urgency', urgency: 'high' }],
    }),
  );
const values = fc.record({
  'ticket.urgency': fc.constantFrom(...urgencies),
  'ticket.title': fc.constantFrom(...texts),
});

it('answers alike to the same, and changes nothing that it is given', () => {
  fc.assert(
    fc.property(definition, happening, values, (definition, happening, values) => {
      const before = structuredClone({ definition, happening, values });
      const first = evaluateTrigger(definition, happening, values, kinds);
      expect(evaluateTrigger(definition, happening, values, kinds)).toEqual(first);
      expect({ definition, happening, values }).toEqual(before);
    }),
  );
});

it('runs exactly where the event is its own, the condition holds, and the chain is not too long', () => {
  fc.assert(
    fc.property(definition, happening, values, fc.nat(40), (definition, happening, values, runsBefore) => {
      const verdict = evaluateTrigger(definition, happening, values, kinds, runsBefore);
      const isAsked = answersTo(definition.on, happening);
      const holds = !definition.when || evaluateCondition(definition.when, values, kinds).holds;
      const expected = !isAsked
        ? 'not_asked'
        : !holds
          ? 'not_met'
          : happening.depth >= deepestChain || runsBefore >= mostInChain
            ? 'stopped'
            : 'run';
      expect(verdict.kind).toBe(expected);
    }),
  );
});

it('says why it did not run: at least one comparison, each with the value that it saw', () => {
  fc.assert(
    fc.property(definition, happening, values, (definition, happening, values) => {
      const verdict = evaluateTrigger(definition, happening, values, kinds);
      if (verdict.kind !== 'not_met') return;
      expect(verdict.because.length).toBeGreaterThan(0);
      for (const reason of verdict.because) {
        expect(reason.actual).toEqual(values[reason.field as 'ticket.title']);
      }
    }),
  );
});

it('narrows: with fields or targets a trigger never answers to what it would not answer to without', () => {
  fc.assert(
    fc.property(definition, happening, ({ on }, happening) => {
      if (answersTo(on, happening)) expect(answersTo({ ...on, fields: [], to: [] }, happening)).toBe(true);
    }),
  );
});
