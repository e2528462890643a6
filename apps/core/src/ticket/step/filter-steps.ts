import { isPeopleNode } from '../../flow/flow-graph.ts';
import type { Context } from '../../platform/context.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';

/** A step of a published flow at which a ticket can stay for a while. */
export interface FilterableStep {
  typeId: string;
  node: string;
  name: LocalizedText;
}

const stays = new Set(['wait', 'webhook', 'sub_ticket']);

/** The steps of all published flows at which tickets stay, in the order of the types and their flows. */
export async function filterSteps(context: Context): Promise<FilterableStep[]> {
  const types = await context.db
    .selectFrom('ticketType')
    .select(['id', 'currentVersionId'])
    .where('deletedAt', 'is', null)
    .orderBy('key')
    .limit(500)
    .execute();
  const steps: FilterableStep[] = [];
  for (const { id, currentVersionId } of types) {
    if (!currentVersionId) continue;
    const { flow } = (await loadVersion(context, currentVersionId)).definition;
    for (const node of flow.nodes) {
      if (isPeopleNode(node) || stays.has(node.kind)) steps.push({ typeId: id, node: node.id, name: node.name });
    }
  }
  return steps;
}
