import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { loadOptions, loadParameters } from './load-parameters.ts';
import { customerSourceKey } from './option-uses.ts';

/**
 * Checks where a customer is said to come from: a value in use of the list of sources, or what the customer holds
 * already. Throws ValidationError.
 */
export async function requireCustomerSource(
  context: Context,
  source: string | null | undefined,
  held: string | null = null,
): Promise<void> {
  if (!source || source === held) return;
  const list = (await loadParameters(context)).find(({ key }) => key === customerSourceKey);
  const options = (await loadOptions(context)).filter(({ parameterId }) => parameterId === list?.id);
  if (options.some(({ key, isActive }) => isActive && key === source)) return;
  throw ValidationError.at('sourceKey', 'no_such_value', {
    en: 'This source is not offered any more. Choose from the list.',
    zh: '该来源已不可选，请从列表中选择。',
  });
}
