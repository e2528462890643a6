import { isPeopleNode } from '@handoff/core/flow/flow-graph';
import { localize } from '@handoff/core/platform/text/localize';
import { useTranslation } from 'react-i18next';
import type { SelectOption } from '~/form/select-input.tsx';
import { useFlowDesign } from './design-context.tsx';

/** The steps at which people act, as choices. */
export function usePeopleSteps(): SelectOption[] {
  const { i18n } = useTranslation();
  return useFlowDesign()
    .flow.nodes.filter(isPeopleNode)
    .map(({ id, name }) => ({ value: id, label: localize(name, i18n.language) }));
}
