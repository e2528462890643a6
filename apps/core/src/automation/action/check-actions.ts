import { formFields } from '../../form/form-fields.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { parseValue } from '../../form/parse-value.ts';
import { fromGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import type { Issue } from '../../platform/errors.ts';
import type { Action } from './action.ts';
import { unknownPlaceholders } from './placeholders.ts';

const tables = {
  Agent: 'agent',
  Channel: 'channel',
  Role: 'role',
  ServiceGroup: 'serviceGroup',
  Tag: 'tag',
  TicketType: 'ticketType',
} as const;
type Node = keyof typeof tables;

interface Reference {
  node: Node;
  id: string;
  path: string[];
}

const nodeOfKind = { agent: 'Agent', role: 'Role', group: 'ServiceGroup' } as const;

function referencesOf(action: Action): Reference[] {
  if (action.kind === 'notify') {
    const people = action.to.flatMap((to, index) =>
      'id' in to ? [{ node: nodeOfKind[to.kind], id: to.id, path: ['to', String(index), 'id'] }] : [],
    );
    const channels = (action.channelIds ?? []).map((id, index) => ({
      node: 'Channel' as const,
      id,
      path: ['channelIds', String(index)],
    }));
    return [...people, ...channels];
  }
  if (action.kind === 'add_tags' || action.kind === 'remove_tags') {
    return action.tagIds.map((id, index) => ({ node: 'Tag' as const, id, path: ['tagIds', String(index)] }));
  }
  if (action.kind === 'reassign' && 'id' in action.to) {
    return [{ node: nodeOfKind[action.to.kind], id: action.to.id, path: ['to', 'id'] }];
  }
  return action.kind === 'create_sub_ticket' ? [{ node: 'TicketType', id: action.typeId, path: ['typeId'] }] : [];
}

const textsOf = (action: Action): [string, string][] => {
  if (action.kind === 'notify') return [['message', action.message]];
  if (action.kind === 'comment') return [['body', action.body]];
  return action.kind === 'create_sub_ticket' ? [['title', action.title]] : [];
};

function textIssues(action: Action): Issue[] {
  return textsOf(action).flatMap(([field, text]) =>
    unknownPlaceholders(text).map((name) => ({
      path: [field],
      code: 'unknown_placeholder',
      message: { en: `There is no placeholder {{${name}}}.`, zh: `没有占位符 {{${name}}}。` },
    })),
  );
}

function fieldIssues(action: Action, form: FormDefinition | null): Issue[] {
  if (action.kind !== 'set_field') return [];
  const field = form && formFields(form).find(({ key }) => key === action.field);
  if (!form || !field || field.type === 'divider') {
    return [
      {
        path: ['field'],
        code: 'unknown_field',
        message: {
          en: 'Choose a ticket type, and a field of its form.',
          zh: '请选择工单类型及其表单中的字段。',
        },
      },
    ];
  }
  const parsed = parseValue(field, action.value ?? null);
  return parsed.ok ? [] : [{ path: ['value'], code: parsed.code, message: parsed.message }];
}

async function missingOf(context: Context, references: readonly Reference[]): Promise<Set<Reference>> {
  const missing = new Set(references);
  for (const node of Object.keys(tables) as Node[]) {
    const wanted = references.filter((reference) => reference.node === node);
    const ids = wanted.flatMap(({ id }) => fromGlobalId(node, id) ?? []);
    if (ids.length === 0) continue;
    const found = await context.db.selectFrom(tables[node]).select('id').where('id', 'in', ids).execute();
    const there = new Set(found.map(({ id }) => id));
    for (const reference of wanted) if (there.has(fromGlobalId(node, reference.id) ?? '')) missing.delete(reference);
  }
  return missing;
}

/** What is wrong with actions beside their shape; paths begin at the list. `form` is that of the tickets they are for. */
export async function actionIssues(
  context: Context,
  actions: readonly Action[],
  form: FormDefinition | null,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const [index, action] of actions.entries()) {
    const missing = [...(await missingOf(context, referencesOf(action)))].map(({ path }) => ({
      path,
      code: 'not_there',
      message: { en: 'This is no longer there. Choose another.', zh: '所选项已不存在，请另选。' },
    }));
    for (const issue of [...textIssues(action), ...fieldIssues(action, form), ...missing]) {
      issues.push({ ...issue, path: [String(index), ...issue.path] });
    }
  }
  return issues;
}
