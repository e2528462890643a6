import { useTranslation } from 'react-i18next';
import { givenTo } from '~/form/find-choices.ts';
import type { TicketPageData, TicketStep } from '../page/ticket-operations.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';
import type { TicketActor } from './use-ticket-act.ts';

export type ActDialog = 'rollBack' | 'reassign' | 'countersign' | 'suspend' | 'cancel';

interface ActDialogsProps {
  dialog: ActDialog;
  ticket: TicketPageData;
  step: TicketStep | null;
  act: TicketActor;
  onClose: () => void;
}

/** The acts that ask something first. */
export function ActDialogs({ dialog, ticket, step, act, onClose }: ActDialogsProps) {
  const { t } = useTranslation('ticket');
  const ticketId = ticket.id;
  const close = { onDone: onClose };
  if (dialog === 'cancel') {
    return (
      <ReasonDialog
        title={t('cancel.title', { number: ticket.number })}
        doIt={t('cancel.do')}
        isDestructive
        onClose={onClose}
        onDo={(reason) => act.run({ kind: 'cancelTicket', input: { ticketId, reason } }, t('told.cancelled'), close)}
      />
    );
  }
  if (!step) return null;
  const at = { ticketId, stepId: step.stepId };
  switch (dialog) {
    case 'reassign':
      return (
        <ReassignDialog
          onClose={onClose}
          onChoose={(chosen, reason) =>
            act.run(
              { kind: 'reassignStep', input: { ...at, ...givenTo(chosen), reason } },
              t('told.reassigned', { count: 1, name: chosen.label }),
              close,
            )
          }
        />
      );
    case 'countersign':
      return (
        <ReassignDialog
          words="countersign"
          onClose={onClose}
          onChoose={(agent, reason) =>
            act.run(
              { kind: 'countersignStep', input: { ...at, toAgentId: agent.id, reason } },
              t('told.countersignAsked', { name: agent.label }),
              close,
            )
          }
        />
      );
    case 'suspend':
      return (
        <ReasonDialog
          title={t('suspend.title')}
          doIt={t('act.suspend')}
          onClose={onClose}
          onDo={(reason) => act.run({ kind: 'suspendStep', input: { ...at, reason } }, t('told.suspended'), close)}
        />
      );
    case 'rollBack':
      return (
        <ReasonDialog
          title={t('rollBack.title', { step: step.name.text })}
          doIt={t('act.rollBack')}
          targets={step.rollbackTargets.map(({ nodeId, name }) => ({ value: nodeId, label: name.text }))}
          onClose={onClose}
          onDo={(reason, toNodeId) =>
            act.run({ kind: 'rollBackStep', input: { ...at, reason, toNodeId } }, t('told.rolledBack'), close)
          }
        />
      );
  }
}
