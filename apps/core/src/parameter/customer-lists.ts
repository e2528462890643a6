import { apiName, customerLists, listedFacts, type ListedFact } from '../customer/listed-facts.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { loadOptions, loadParameters, type ParameterOptionRow } from './load-parameters.ts';

type ListedFacts = Partial<Record<ListedFact, string | null | undefined>>;

const notOffered: Record<ListedFact, LocalizedText> = {
  source: { en: 'This source is not offered any more. Choose from the list.', zh: '该来源已不可选，请从列表中选择。' },
  type: { en: 'This type is not offered any more. Choose from the list.', zh: '该客户类型已不可选，请从列表中选择。' },
};

/** The values that a fact of customers may have, also those out of use. */
export async function optionsOf(context: Context, fact: ListedFact): Promise<ParameterOptionRow[]> {
  const list = (await loadParameters(context)).find(({ key }) => key === customerLists[fact]);
  return (await loadOptions(context)).filter(({ parameterId }) => parameterId === list?.id);
}

/** Checks that facts are values in use of their lists, or what the customer holds already. Throws ValidationError. */
export async function requireListedFacts(context: Context, facts: ListedFacts, held: ListedFacts = {}): Promise<void> {
  for (const fact of listedFacts) {
    const said = facts[fact];
    if (!said || said === held[fact]) continue;
    const options = await optionsOf(context, fact);
    if (options.some(({ isOffered, key }) => isOffered && key === said)) continue;
    throw ValidationError.at(apiName(fact), 'no_such_value', notOffered[fact]);
  }
}
