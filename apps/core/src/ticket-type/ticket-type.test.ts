import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from './check-definition.ts';
import { ticketTypeDefinition, ticketTypeJsonSchema, type TicketTypeDefinition } from './ticket-type-definition.ts';

const FOLDER = new URL('../../../../prisma/seed/ticket-types/', import.meta.url);

function seeded(name: string): TicketTypeDefinition {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as TicketTypeDefinition;
}

function plant(target: unknown, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.');
  if (typeof target !== 'object' || target === null) throw new Error(`nothing at ${path}`);
  if (rest.length === 0) Reflect.set(target, first, value);
  else plant(Reflect.get(target, first), rest.join('.'), value);
}

describe('seeded ticket types', () => {
  it.each(readdirSync(FOLDER))('%s has no fault', (name) => {
    expect(checkDefinition(seeded(name))).toEqual([]);
  });
});

describe('checkDefinition', () => {
  it('names all ten planted faults at once, in both languages', () => {
    const planted: unknown = seeded('repair.json');
    plant(planted, 'prefix', 'wx-');
    plant(planted, 'icon', undefined);
    plant(planted, 'colour', 'red');
    plant(planted, 'form.sections.0.fields.0.type', 'telephone');
    plant(planted, 'form.rules.0.when.field', 'guarantee');
    plant(planted, 'form.rules.2.when.op', 'gt');
    plant(planted, 'flow.edges.13.isDefault', false);
    plant(planted, 'flow.edges.16.to', 'nowhere');
    plant(planted, 'flow.nodes.2.timeLimit.seconds', 0);
    plant(planted, 'sla.policies.1.escalations.1.key', 'first_response_leader');

    const faults = checkDefinition(planted);
    const found = faults.map(({ path, code }) => `${path.join('.')}: ${code}`);
    expect(found).toEqual(
      expect.arrayContaining([
        'prefix: invalid',
        'icon: missing',
        'colour: unknown_key',
        'form.sections.0.fields.0.type: not_allowed',
        'form.rules.0.when.field: unknown_field',
        'form.rules.2.when.op: operator_does_not_fit',
        'flow.nodes.9: missing_default',
        'flow.edges.16.to: unknown_node',
        'flow.nodes.2.timeLimit.seconds: not_positive',
        'sla.policies.1.escalations.1.key: duplicate',
      ]),
    );
    expect(faults.every(({ message }) => message.en.length > 10 && /[一-鿿]/u.test(message.zh))).toBe(true);
  });

  it.each([null, 42, [], 'text', {}, { form: { sections: [null, 3] }, flow: { nodes: 'x', edges: [{}] } }])(
    'answers %j with faults',
    (input) => {
      expect(checkDefinition(input).length).toBeGreaterThan(0);
    },
  );

  it('survives a definition nested without end', () => {
    const nested: unknown = JSON.parse('{"not":'.repeat(20_000) + '1' + '}'.repeat(20_000));
    expect(checkDefinition({ form: nested }).map(({ code }) => code)).toEqual(['too_deep']);
  });

  it('publishes a JSON Schema', () => {
    const schema = ticketTypeJsonSchema();
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(ticketTypeDefinition.shape));
  });
});
