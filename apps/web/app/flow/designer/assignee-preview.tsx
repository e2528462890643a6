import type { AssigneeRule } from '@handoff/core/flow/assignee-rule';
import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { loader } from './assignees-route.ts';

/** What a rule still lacks before it can find anybody. */
const isUnfinished = (rule: AssigneeRule): boolean => Object.values(rule).includes('');

/** Who would get the step if a ticket came to it now. */
export function AssigneePreview({ rule }: { rule: AssigneeRule }) {
  const { t } = useTranslation('flow-designer');
  const { data, load } = useFetcher<typeof loader>();
  const asked = isUnfinished(rule) ? null : JSON.stringify(rule);
  useEffect(() => {
    if (asked) load(`/ticket-types/assignees?rule=${encodeURIComponent(asked)}`);
  }, [asked, load]);
  if (!asked || !data) return null;
  const { agents, total, isAboutCaller, isOfTicket } = data;
  const names = agents.map(({ name }) => name).join(t('comma'));
  const more = total - agents.length;
  const found =
    total === 0 ? t('now.nobody') : more > 0 ? t('now.more', { names, count: more }) : t('now.names', { names });
  return (
    <p className="small quiet flow-now" role="status">
      {isOfTicket ? t('now.ofTicket') : found} {isAboutCaller && t('now.aboutYou')}
    </p>
  );
}
