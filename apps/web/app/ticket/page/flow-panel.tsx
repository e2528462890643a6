import type { FlowNode } from '@handoff/core/flow/flow-definition';
import { localize } from '@handoff/core/platform/text/localize';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeState } from '~/flow/flow-picture.tsx';
import { outlineFlow } from '~/flow/outline.ts';
import { StepList, type FlowStep } from '~/flow/step-list.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import type { TicketPageData } from './ticket-operations.ts';
import { useHolderWords } from './use-stand-in-words.ts';

const FlowPicture = lazy(() => import('~/flow/flow-picture.tsx').then((module) => ({ default: module.FlowPicture })));

interface FlowPanelProps {
  ticket: TicketPageData;
  definition: TicketTypeDefinition;
}

const isPeoples = (node: FlowNode) => node.kind === 'handle' || node.kind === 'approve';

/** The ticket's way: what is done and by whom, what is on, what may come. */
export function FlowPanel({ ticket, definition }: FlowPanelProps) {
  const { t, i18n } = useTranslation('ticket');
  const format = useFormat();
  const holderOf = useHolderWords();
  const [isOpen, setIsOpen] = useState(false);
  const taken = ticket.steps.map((step): FlowStep => {
    const who = step.isActive ? holderOf(step) : step.finishedBy?.name;
    const at = step.isActive
      ? t('flow.since', { at: format.moment(step.since) })
      : format.moment(step.finishedAt ?? step.since);
    return {
      id: step.stepId,
      kind: step.nodeKind as FlowStep['kind'],
      name: step.name.text,
      state: step.isActive ? 'now' : 'done',
      note: [who, at].filter(Boolean).join(' · '),
      detail: step.isActive && step.actions.length > 0 ? t('flow.youCanAct') : undefined,
    };
  });
  const been = new Set(ticket.steps.map((step) => step.nodeId));
  const isOver = ticket.steps.every((step) => !step.isActive);
  const ahead = isOver
    ? []
    : outlineFlow(definition.flow)
        .filter(({ node }) => isPeoples(node) && !been.has(node.id))
        .map(({ node }): FlowStep => ({
          id: node.id,
          kind: node.kind,
          name: localize(node.name, i18n.language),
          state: 'next',
          note: t('flow.mayCome'),
        }));
  const states: Record<string, NodeState> = {};
  for (const step of ticket.steps) states[step.nodeId] = step.isActive ? 'now' : (states[step.nodeId] ?? 'done');
  const people = Object.fromEntries(
    ticket.steps.flatMap((step) => {
      const name = step.assignee?.name ?? step.finishedBy?.name ?? step.group?.name;
      return name ? [[step.nodeId, name] as const] : [];
    }),
  );
  return (
    <section className="side-section">
      <h2>
        <span className="spread">{t('flow.title')}</span>
        <button type="button" className="link-button small" onClick={() => setIsOpen(true)}>
          {t('flow.open')}
        </button>
      </h2>
      <StepList steps={[...taken, ...ahead]} />
      {isOpen && (
        <SidePanel title={t('flow.title')} width={560} onClose={() => setIsOpen(false)}>
          <Suspense>
            <FlowPicture flow={definition.flow} states={states} people={people} />
          </Suspense>
        </SidePanel>
      )}
    </section>
  );
}
