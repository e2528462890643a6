import type { Integrator } from '@handoff/e2e/support/integrator.ts';

const said = (text: string) => ({ en: text, zh: text });

const types = ['text', 'number', 'single_select', 'date', 'multiline', 'amount', 'checkbox', 'phone', 'text', 'radio'];
const options = ['a', 'b', 'c', 'd'].map((value) => ({ value, label: said(`Choice ${value}`) }));

/** That many fields of every kind in sections of 20, and rules that show, demand, lock and fill by what others hold. */
export function bigForm(fields: number, rules: number): object {
  const key = (index: number): string => `field_${index % fields}`;
  const fieldOf = (index: number): object => {
    const type = types[index % types.length] ?? 'text';
    const hasOptions = ['single_select', 'checkbox', 'radio'].includes(type);
    return { key: key(index), type, label: said(`Field ${index}`), ...(hasOptions && { options }) };
  };
  const ruleOf = (index: number): object => {
    const when = { field: key((index % 10) * 10), op: 'contains', value: 'x' };
    const target = key(index * 2 + 11);
    const acts = [
      { action: 'show', fields: [target] },
      { action: 'require', fields: [target] },
      { action: 'read_only', fields: [target] },
      { action: 'hide', fields: [target] },
    ];
    return { key: `rule_${index}`, when, then: [acts[index % acts.length]] };
  };
  return {
    sections: Array.from({ length: fields / 20 }, (_, section) => ({
      key: `section_${section}`,
      label: said(`Section ${section}`),
      columns: 2,
      fields: Array.from({ length: 20 }, (_each, index) => fieldOf(section * 20 + index)),
    })),
    rules: Array.from({ length: rules }, (_, index) => ruleOf(index)),
  };
}

/** A flow of that many nodes: a line of steps with a branch at every fifth that skips one. */
export function bigFlow(nodes: number, group: string): object {
  const steps = nodes - 2;
  const id = (index: number): string => (index < 0 ? 'start' : index >= steps ? 'end' : `node_${index}`);
  const isBranch = (index: number): boolean => index % 5 === 4 && index < steps - 2;
  const assignee = { kind: 'group', group, strategy: 'claim' };
  const middle = Array.from({ length: steps }, (_, index) =>
    isBranch(index)
      ? { kind: 'branch', id: id(index), name: said(`Branch ${index}`) }
      : { kind: 'handle', id: id(index), name: said(`Step ${index}`), assignee },
  );
  const when = { field: 'ticket.urgency', op: 'equals', value: 'urgent' };
  const edges = Array.from({ length: steps + 1 }, (_, at) => at - 1).flatMap((index) => [
    { id: `way_${index + 1}`, from: id(index), to: id(index + 1), ...(isBranch(index) && { isDefault: true }) },
    ...(isBranch(index) ? [{ id: `skip_${index}`, from: id(index), to: id(index + 2), priority: 1, when }] : []),
  ]);
  return {
    fallbackGroup: group,
    nodes: [
      { kind: 'start', id: 'start', name: said('Begin') },
      ...middle,
      { kind: 'end', id: 'end', name: said('Done'), outcome: 'completed' },
    ],
    edges,
  };
}

interface Draft {
  id: string;
  revision: number;
  definition: { flow: { fallbackGroup: string } } & Record<string, unknown>;
}

export interface BigType {
  typeId: string;
  /** The draft of its next version. */
  draftId: string;
}

/** Publishes a type with so big a form and flow, and begins its next version. */
export async function makeBigType(admin: Integrator, fields: number, rules: number, nodes: number): Promise<BigType> {
  const stamp = Date.now() % 1_000_000;
  const begin = (input: object) =>
    admin.act<{ draft: Draft }>('createTicketTypeDraft', input, 'draft { id revision definition }');
  const { draft } = await begin({ key: `big-${stamp}`, name: said(`Big ${stamp}`), prefix: 'BIG' });
  const { roles } = await admin.query<{ roles: { key: string }[] }>('{ roles { key } }');
  const granted = { groups: [], roles: roles.map(({ key }) => key) };
  const definition = {
    ...draft.definition,
    form: bigForm(fields, rules),
    flow: bigFlow(nodes, draft.definition.flow.fallbackGroup),
    permissions: { create: granted, link: granted },
  };
  const input = { draftId: draft.id, baseRevision: draft.revision, definition };
  const saved = await admin.act<{ draft: Draft }>('saveTicketTypeDraft', input, 'draft { id revision definition }');
  const { ticketType } = await admin.act<{ ticketType: { id: string } }>(
    'publishTicketTypeDraft',
    { draftId: draft.id, expectedRevision: saved.draft.revision },
    'ticketType { id }',
  );
  return { typeId: ticketType.id, draftId: (await begin({ typeId: ticketType.id })).draft.id };
}
