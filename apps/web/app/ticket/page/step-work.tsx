import Button from '@mui/material/Button';
import type { Answers } from '@handoff/core/form/answers';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { useNavigate } from '@remix-run/react';
import { CircleAlert } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conflictIn, type Conflict } from '~/conflict/read-conflict.ts';
import { DesignedForm } from '~/form/designed-form.tsx';
import type { FieldSources } from '~/form/field-sources.ts';
import { fieldSources } from '~/form/find-choices.ts';
import { useDesignedForm } from '~/form/use-designed-form.ts';
import { useFormat } from '~/format/format-context.tsx';
import type { Fault } from '~/graphql/mutation-result.ts';
import { Keys } from '~/mark/keys.tsx';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';
import { DialButton } from '~/telephony/dial-button.tsx';
import type { TicketActor } from '../act/use-ticket-act.ts';
import { neighboursOf } from '../list/list-memory.ts';
import { KeptMark } from '../draft/kept-mark.tsx';
import { answersWhenTyped, storedDraft, typedOver, useWorkDraft } from '../draft/use-work-draft.ts';
import type { TicketPageData, TicketStep } from './ticket-operations.ts';
import { useHolderWords, useStandInWords } from './use-stand-in-words.ts';

const StepConflict = lazy(() => import('./step-conflict.tsx').then((module) => ({ default: module.StepConflict })));

interface StepWorkProps {
  ticket: TicketPageData;
  step: TicketStep | null;
  definition: TicketTypeDefinition;
  act: TicketActor;
}

/** The form of the present step and what can be done with it; a finished ticket is only read. */
export function StepWork({ ticket, step, definition, act }: StepWorkProps) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  const navigate = useNavigate();
  const holderOf = useHolderWords();
  const standInWords = useStandInWords();
  const [previous] = useState(ticket.answers as Answers);
  const may = new Set(step?.actions);
  const isMine = may.has('SUBMIT') || may.has('DECIDE');
  const [draft] = useState(() => {
    const stored = step && isMine ? storedDraft(ticket, step.stepId) : null;
    return stored ? { ...previous, ...(stored.content as object) } : undefined;
  });
  const form = useDesignedForm({ form: definition.form, nodeId: step?.nodeId, previous, draft });
  const [fault, setFault] = useState<Fault | null>(null);
  const [refusals, setRefusals] = useState(0);
  // What the answers were when they were read: others may have changed them since.
  const [read, setRead] = useState(() => (step ? answersWhenTyped(ticket, step.stepId) : previous) as Answers);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [deciding, setDeciding] = useState<boolean | null>(null);
  const kept = useWorkDraft({
    ticket,
    stepId: step?.stepId ?? 'none',
    isOpen: isMine,
    content: typedOver(form.values, previous),
    restore: (content) => {
      for (const [key, value] of Object.entries(content)) form.setValue(key, value);
    },
  });
  const sources = useMemo<FieldSources>(
    () => ({
      ...fieldSources(Object.fromEntries([...ticket.files, ...ticket.answerNames].map(({ id, name }) => [id, name]))),
      dialFrom: (fieldKey, number) => {
        const isStored = number === previous[fieldKey];
        const to = isStored ? { ticketId: ticket.id, fieldKey } : { number };
        return <DialButton isIconAlone number={number} to={to} />;
      },
    }),
    [ticket.files, ticket.answerNames, ticket.id, previous],
  );

  const refuse = (refused: Fault) => {
    setFault(refused);
    setConflict(conflictIn(refused));
    form.setServerIssues(
      refused.issues
        .filter((issue) => issue.path[0] === 'answers')
        .map((issue) => ({ path: issue.path.slice(1), message: issue.message })),
    );
    setRefusals((count) => count + 1);
  };
  const then = {
    onFault: refuse,
    onDone: () => {
      setFault(null);
      kept.drop();
    },
  };
  const at = step && { ticketId: ticket.id, stepId: step.stepId };
  const accept = () =>
    at &&
    may.has('ACCEPT') &&
    act.run({ kind: 'acceptStep', input: at }, t('told.accepted', { count: 1, number: ticket.number }), {
      onFault: setFault,
    });
  const checkedAnswers = async () => {
    const parsed = await form.submit();
    if (!parsed.ok) setRefusals((count) => count + 1);
    return parsed.ok ? parsed.answers : null;
  };
  const send = (answers: Answers, readAnswers: Answers, isApproved: boolean | null) => {
    if (!at) return;
    setDeciding(isApproved);
    const input = { ...at, answers, readAnswers };
    if (isApproved === null) return act.run({ kind: 'submitStep', input }, t('told.submitted'), then);
    const told = t(isApproved ? 'told.approved' : 'told.rejected');
    act.run({ kind: 'decideStep', input: { ...input, isApproved } }, told, then);
  };
  const submit = async () => {
    const answers = may.has('SUBMIT') ? await checkedAnswers() : null;
    if (answers) send(answers, read, null);
  };
  const decide = async (isApproved: boolean) => {
    const answers = await checkedAnswers();
    if (answers) send(answers, read, isApproved);
  };
  const choose = (taken: Answers, theirs: Answers) => {
    setConflict(null);
    for (const [key, value] of Object.entries(taken)) form.setValue(key, value);
    const now = { ...read, ...theirs };
    setRead(now);
    send({ ...(form.values as Answers), ...taken }, now, deciding);
  };
  useShortcuts([
    { keys: 'ticket.accept', label: t('act.accept'), run: accept },
    { keys: 'mod+shift+Enter', label: t('act.submit'), run: () => void submit() },
  ]);

  const next = () => {
    const { next: number } = neighboursOf(ticket.number);
    navigate(number ? `/tickets/${number}` : '/tickets');
  };
  const holder = step && holderOf(step);
  const own = step?.standIns.find(({ agent }) => agent?.id === step.assignee?.id);
  const standIn = own && standInWords(own);
  const note = !step
    ? t('step.over')
    : isMine
      ? [t('step.yours', { at: step.acceptedAt ? format.moment(step.acceptedAt) : '' }), standIn]
          .filter(Boolean)
          .join(' · ')
      : holder
        ? t('step.with', { name: holder })
        : t('step.nobody');
  const earlier = ticket.steps.filter((each) => !each.isActive);
  return (
    <section className="step-work" aria-label={t('tab.handle')}>
      <div className="step-head">
        <h2>{step?.name.text ?? t('step.result')}</h2>
        <span className="small quiet">{note}</span>
        <span className="spread" />
        <KeptMark kept={kept} />
      </div>
      {earlier.length > 0 && (
        <details className="step-earlier small">
          <summary>{t('step.earlier', { count: earlier.length })}</summary>
          <ul>
            {earlier.map((each) => (
              <li key={each.stepId}>
                {each.name.text} · {each.finishedBy?.name ?? t('system')} ·{' '}
                {each.finishedAt && format.moment(each.finishedAt)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {fault && (
        <div role="alert" className="step-fault">
          <CircleAlert />
          <span className="spread">{fault.message}</span>
          {conflictIn(fault) ? (
            <Button size="small" onClick={() => setConflict(conflictIn(fault))}>
              {t('act.choose')}
            </Button>
          ) : (
            <Button size="small" onClick={next}>
              {t('act.next')}
            </Button>
          )}
        </div>
      )}
      <DesignedForm state={form} sources={sources} isReadOnly={!isMine} refusals={refusals} />
      {conflict && (
        <Suspense>
          <StepConflict
            conflict={conflict}
            ticket={ticket}
            definition={definition}
            values={form.values}
            onChoose={choose}
            onClose={() => setConflict(null)}
          />
        </Suspense>
      )}
      {(may.has('ACCEPT') || isMine) && (
        <div className="action-bar" data-action-bar>
          {may.has('ACCEPT') && (
            <Button variant="contained" color="primary" aria-disabled={act.isRunning} onClick={accept}>
              {t('act.accept')} <Keys keys="ticket.accept" />
            </Button>
          )}
          {may.has('DECIDE') && (
            <>
              <Button variant="contained" color="primary" onClick={() => void decide(true)}>
                {t('act.approve')}
              </Button>
              <Button className="tone-bad" onClick={() => void decide(false)}>
                {t('act.reject')}
              </Button>
            </>
          )}
          {may.has('SUBMIT') && (
            <Button variant="contained" color="primary" aria-disabled={act.isRunning} onClick={() => void submit()}>
              {t('act.submit')} <Keys keys="mod+shift+Enter" />
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
