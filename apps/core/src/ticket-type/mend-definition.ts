import type { z } from 'zod';
import { flowEdge, flowNode, type FlowDefinition } from '../flow/flow-definition.ts';
import { formRule, type FormDefinition, type FormSection } from '../form/form-definition.ts';
import { fieldDefinition } from '../form/field-definition.ts';
import { slaPolicy } from '../sla/policy/sla-policy.ts';
import { upgradeSla, type SlaPlan } from '../sla/policy/sla-plan.ts';

const ATTEMPTS = 6;
const LABEL = { en: '?', zh: '?' };

/**
 * A form as near as possible to what was sent, with stand-ins for what cannot be read. The checks run over it, so that
 * one misspelt property does not hide the other faults of a definition. Positions stay as they were sent.
 */
export function mendForm(raw: unknown): FormDefinition {
  return {
    sections: listOf(raw, 'sections').map(mendSection),
    rules: listOf(raw, 'rules').map((rule, index) => {
      const key = `unreadable_${index}`;
      return (
        mend(formRule, rule, { key, when: { field: 'x', op: 'is_empty' }, then: [] }) ?? {
          key,
          when: { all: [] },
          then: [],
        }
      );
    }),
  };
}

export function mendFlow(raw: unknown): FlowDefinition {
  return {
    fallbackGroup: 'fallback',
    nodes: listOf(raw, 'nodes').map((node, index) => {
      const id = `unreadable_${index}`;
      return mend(flowNode, node, spareNode(id)) ?? { kind: 'branch', id, name: LABEL };
    }),
    edges: listOf(raw, 'edges').map((edge, index) => {
      const id = `unreadable_${index}`;
      const when = { field: 'ticket.urgency', op: 'is_empty' };
      return mend(flowEdge, edge, { id, from: id, to: id, when }) ?? { id, from: id, to: id };
    }),
  };
}

export function mendSla(raw: unknown): SlaPlan | null {
  const targets = { low: {}, normal: {}, high: {}, urgent: {} };
  const spare = { name: LABEL, calendar: 'calendar', targets, pausesIn: [], reminders: [], escalations: [] };
  const policies = listOf(upgradeSla(raw), 'policies').map((policy, index) =>
    mend(slaPolicy, policy, {
      ...spare,
      key: `unreadable_${index}`,
      when: { field: `unreadable_${index}`, op: 'is_empty' },
    }),
  );
  const customerFields = listOf(upgradeSla(raw), 'customerFields').flatMap((field) => {
    const parsed = fieldDefinition.safeParse(field);
    return parsed.success ? [parsed.data] : [];
  });
  if (policies.length === 0 || policies.includes(null)) return null;
  return { policies: policies.filter((one) => one !== null), customerFields };
}

function mendSection(raw: unknown, at: number): FormSection {
  const key = propertyOf(raw, 'key');
  return {
    key: typeof key === 'string' ? key : `unreadable_${at}`,
    label: LABEL,
    columns: 1,
    fields: listOf(raw, 'fields').map((field, index) => {
      const spare = {
        type: 'text',
        key: `unreadable_${at}_${index}`,
        label: LABEL,
        options: [{ value: '?', label: LABEL }],
      };
      const formula = { expression: { constant: 0 }, result: 'number' };
      return mend(fieldDefinition, field, { ...spare, ...formula }) ?? { type: 'text', key: spare.key, label: LABEL };
    }),
  };
}

function spareNode(id: string): Record<string, unknown> {
  const creator = { kind: 'creator' };
  return {
    kind: 'branch',
    id,
    name: LABEL,
    assignee: creator,
    mode: { kind: 'any' },
    to: [creator],
    message: LABEL,
    waitFor: { kind: 'duration', seconds: 1, clock: 'elapsed' },
    url: 'https://example.com',
    fields: [],
    ticketType: 'unknown',
    copyFields: {},
    waitForEnd: true,
    outcome: 'completed',
  };
}

/** Takes what fits the schema; a property that does not is replaced by its spare, and one without a spare left out. */
function mend<T>(schema: z.ZodType<T>, raw: unknown, spare: Record<string, unknown>): T | null {
  const sent = typeof raw === 'object' && raw !== null ? raw : {};
  const exact = schema.safeParse(sent);
  if (exact.success) return exact.data;
  const candidate: Record<string, unknown> = { ...sent };
  const replaced = new Set<string>();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const parsed = schema.safeParse(candidate);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const faulty =
        issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [String(issue.path[0])];
      for (const key of faulty) {
        Reflect.deleteProperty(candidate, key);
        if (issue.code !== 'unrecognized_keys' && Object.hasOwn(spare, key) && !replaced.has(key))
          candidate[key] = spare[key];
        replaced.add(key);
      }
    }
  }
  return null;
}

function listOf(raw: unknown, key: string): unknown[] {
  const list = propertyOf(raw, key);
  return Array.isArray(list) ? list : [];
}

function propertyOf(raw: unknown, key: string): unknown {
  return typeof raw === 'object' && raw !== null ? Reflect.get(raw, key) : undefined;
}
