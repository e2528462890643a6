import { Customer } from '../../customer/customer.graphql.ts';
import type { Answers } from '../../form/answers.ts';
import type { FieldType } from '../../form/field-definition.ts';
import { valueFields } from '../../form/form-order.ts';
import { fromGlobalId } from '../../graphql/global-id.ts';
import { Agent, Department } from '../../identity/agent.graphql.ts';
import type { Context } from '../../platform/context.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { Ticket } from '../ticket.graphql.ts';
import type { TicketRow } from '../ticket-access.ts';

/** What an id in a ticket's answers is called. */
export interface AnswerName {
  id: string;
  name: string;
}

type Node = 'Agent' | 'Department' | 'Customer' | 'File';

/** What the ids in the answers of such fields stand for. */
export const referredNodes: Partial<Record<FieldType, Node>> = {
  member: 'Agent',
  department: 'Department',
  customer: 'Customer',
  attachment: 'File',
  image: 'File',
};

interface Reference {
  ticketId: string;
  node: Node;
  /** As the answer has it, and as the database does. */
  written: string;
  id: string;
}

async function referencesIn(context: Context, ticket: TicketRow): Promise<Reference[]> {
  const { definition } = await loadVersion(context, ticket.versionId);
  const answers = ticket.answers as Answers;
  return valueFields(definition.form).flatMap(({ type, key }) => {
    const node = referredNodes[type];
    const answer = answers[key];
    if (!node || !answer) return [];
    const ids: unknown[] = Array.isArray(answer) ? answer : [answer];
    return ids.flatMap((written) =>
      typeof written === 'string' && written !== ''
        ? [{ ticketId: ticket.id, node, written, id: fromGlobalId(node, written) ?? written }]
        : [],
    );
  });
}

type Names = ReadonlyMap<string, string>;

/** A record that the caller may not see has no name. */
async function namesOf(
  loader: { loadMany: (ids: string[]) => Promise<ArrayLike<unknown>> },
  ids: string[],
): Promise<Names> {
  const rows = ids.length > 0 ? Array.from(await loader.loadMany(ids)) : [];
  const named = rows.filter(
    (row): row is AnswerName =>
      typeof row === 'object' && row !== null && 'id' in row && 'name' in row && !(row instanceof Error),
  );
  return new Map(named.map(({ id, name }) => [id, name]));
}

async function fileNames(context: Context, ticketIds: readonly string[], ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const files = await context.db
    .selectFrom('file')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .where((eb) =>
      eb.or([
        eb.and([eb('ownerType', '=', 'ticket'), eb('ownerId', 'in', ticketIds)]),
        eb('uploadedById', '=', context.actor.agentId),
      ]),
    )
    .execute();
  return new Map(files.map(({ id, name }) => [id, name]));
}

/**
 * What the people, departments, customers and files in tickets' answers are called, as far as the caller may see them: a
 * query for each kind, however many tickets.
 */
export async function answerNames(context: Context, ticketIds: string[]): Promise<AnswerName[][]> {
  const tickets = await Ticket.getDataloader(context).loadMany(ticketIds);
  const rows = tickets.filter((row): row is TicketRow => row !== null && !(row instanceof Error));
  const references = (await Promise.all(rows.map((row) => referencesIn(context, row)))).flat();
  const idsOf = (node: Node): string[] => [
    ...new Set(references.filter((one) => one.node === node).map(({ id }) => id)),
  ];
  const [agents, departments, customers, files] = await Promise.all([
    namesOf(Agent.getDataloader(context), idsOf('Agent')),
    namesOf(Department.getDataloader(context), idsOf('Department')),
    namesOf(Customer.getDataloader(context), idsOf('Customer')),
    fileNames(context, ticketIds, idsOf('File')),
  ]);
  const names: Record<Node, Names> = { Agent: agents, Department: departments, Customer: customers, File: files };
  const found = new Map<string, AnswerName[]>();
  for (const { ticketId, node, written, id } of references) {
    const name = names[node].get(id);
    if (name !== undefined) found.set(ticketId, [...(found.get(ticketId) ?? []), { id: written, name }]);
  }
  return ticketIds.map((id) => found.get(id) ?? []);
}
