import Button from '@mui/material/Button';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { useToast } from '~/shell/toast.tsx';
import type { TestOutcome } from '~/ticket-type/designer/draft-operations.ts';
import { useRunWords } from './use-run-words.ts';

/** How the tests of the type go in the draft; of each that fails, where and how. */
export function TestOutcomes({ draftId, outcomes }: { draftId: string; outcomes: readonly TestOutcome[] }) {
  const { t } = useTranslation('simulation');
  const toast = useToast();
  const { nodeName } = useRunWords();
  const accepting = useSave(() => toast(t('outcomes.accepted')));
  const nowhere = t('backtest.nowhere');
  const why = (outcome: TestOutcome): string => {
    const { atNodeId, expectedNodeId, enteredNodeId, status, expectedStatus, problem } = outcome;
    const way =
      expectedNodeId === null && enteredNodeId === null
        ? t('outcomes.ended', {
            status: t(`status.${status as 'completed'}`),
            expected: t(`status.${expectedStatus as 'completed'}`),
          })
        : t('outcomes.went', {
            at: nodeName(atNodeId),
            now: nodeName(enteredNodeId) || nowhere,
            was: nodeName(expectedNodeId) || nowhere,
          });
    return problem ? `${way} ${problem}` : way;
  };
  return (
    <section className="admin-section">
      <h2>{t('outcomes.title')}</h2>
      {outcomes.length === 0 && <p className="quiet">{t('outcomes.none')}</p>}
      <ul className="designer-changes">
        {outcomes.map((outcome) => (
          <li key={outcome.test?.id} className="designer-test">
            {outcome.hasPassed ? (
              <CircleCheck size={16} className="tone-ok" />
            ) : (
              <CircleAlert size={16} className="tone-bad" />
            )}
            <span className="spread">
              <b>{outcome.test?.name}</b> {t(outcome.hasPassed ? 'outcomes.passed' : 'outcomes.failed')}
              {!outcome.hasPassed && <span className="small quiet run-reason">{why(outcome)}</span>}
            </span>
            {!outcome.hasPassed && (
              <Button
                size="small"
                disabled={accepting.isSaving}
                onClick={() => accepting.save('acceptTest', { draftId, ticketTypeTestId: outcome.test?.id })}
              >
                {t('outcomes.accept')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FaultNote fault={accepting.fault} />
    </section>
  );
}
