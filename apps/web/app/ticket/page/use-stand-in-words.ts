import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { TicketStep } from './ticket-operations.ts';

type StandIn = TicketStep['standIns'][number];

/** Says for whom somebody has a step, and until when that person is away. */
export function useStandInWords(): (standIn: StandIn) => string {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  return ({ forAgent, until }) => t('standIn', { name: forAgent?.name ?? t('somebody'), until: format.moment(until) });
}

/** Who has a step, or to which group it is offered, and whom its handler stands in for. */
export function useHolderWords(): (step: TicketStep) => string {
  const { t } = useTranslation('ticket');
  const say = useStandInWords();
  return ({ assignee, group, standIns }) => {
    const name = assignee?.name ?? group?.name ?? '';
    const own = standIns.find(({ agent }) => agent?.id === assignee?.id);
    if (assignee && own) return `${name} ${say(own)}`;
    const others = standIns.map((each) => `${each.agent?.name ?? ''} ${say(each)}`);
    return [name, ...others].filter(Boolean).join(t('comma'));
  };
}
