import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { plant } from '../support/plant.ts';

const repair = new URL('../../prisma/seed/ticket-types/repair.json', import.meta.url);

interface Version {
  ticketTypes: { key: string; currentVersion: { number: number } }[];
}

let admin: Integrator;

beforeAll(async () => {
  admin = await asPerson('admin');
});

describe('a definition with ten planted faults', () => {
  it('is refused, all ten are named in both languages, and nothing is published', async () => {
    const definition: unknown = JSON.parse(readFileSync(repair, 'utf8'));
    plant(definition, 'prefix', 'wx-');
    plant(definition, 'icon', undefined);
    plant(definition, 'colour', 'red');
    plant(definition, 'form.sections.0.fields.0.type', 'telephone');
    plant(definition, 'form.rules.0.when.field', 'guarantee');
    plant(definition, 'form.rules.2.when.op', 'gt');
    plant(definition, 'flow.edges.13.isDefault', false);
    plant(definition, 'flow.edges.16.to', 'nowhere');
    plant(definition, 'flow.nodes.2.timeLimit.seconds', 0);
    plant(definition, 'sla.policies.1.escalations.1.key', 'first_response_leader');
    const version = () => admin.query<Version>('{ ticketTypes { key currentVersion { number } } }');
    const before = await version();
    for (const [locale, letters] of [
      ['en', /[a-z]{3}/],
      ['zh-CN', /[一-鿿]{2}/],
    ] as const) {
      const language = { 'accept-language': locale };
      const outcome = await admin.attempt('publishTicketType', { definition }, 'ticketType { id }', language);
      expect(outcome.__typename).toBe('ValidationError');
      const named = outcome.issues?.map(({ path, code }) => `${path.slice(1).join('.')}: ${code}`);
      expect(named).toEqual(
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
      for (const { message } of outcome.issues ?? []) expect(message).toMatch(letters);
    }
    expect(await version()).toEqual(before);
  });
});
