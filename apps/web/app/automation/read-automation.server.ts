import { executeOperation } from '~/graphql/execute.server.ts';
import { automationFactsQuery, recordNamesQuery } from './automation-operations.ts';

const named = /^(Agent|Customer|Department):[0-9A-Z]{26}$/;
const most = 100;

/** The ids of people, customers and departments in a definition. */
function idsIn(definition: unknown): string[] {
  const found = new Set<string>();
  JSON.stringify(definition, (_key, value: unknown) => {
    if (typeof value === 'string' && named.test(Buffer.from(value, 'base64').toString('utf8'))) found.add(value);
    return value;
  });
  return [...found].slice(0, most);
}

/** What a definition can name, and what those are called whom it names already. */
export async function readAutomation(request: Request, definitions: readonly unknown[]) {
  const ids = idsIn(definitions);
  const [facts, { nodes }] = await Promise.all([
    executeOperation(request, automationFactsQuery),
    ids.length > 0 ? executeOperation(request, recordNamesQuery, { ids }) : { nodes: [] },
  ]);
  const names: Record<string, string> = {};
  for (const node of nodes) if (node && 'name' in node) names[node.id] = node.name;
  return { facts, names };
}
