import './simulation.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CircleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { defineAction } from '~/admin/define-action.server.ts';
import { FaultNote } from '~/admin/fault-note.tsx';
import { FlowPicture, type NodeState } from '~/flow/flow-picture.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { BeginCard } from './begin-card.tsx';
import { RunLog } from './run-log.tsx';
import { ScriptCard } from './script-card.tsx';
import { deleteTestMutation, saveTestMutation, simulateMutation, tryQuery } from './simulation-operations.ts';
import { StepCard } from './step-card.tsx';
import { TicketCard } from './ticket-card.tsx';
import { TimeCard } from './time-card.tsx';
import { useRun, type RunScript } from './use-run.ts';

export const handle = { i18n: ['simulation', 'form', 'flow', 'flow-designer', 'condition', 'designer', 'sla'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const number = new URL(request.url).searchParams.get('ticket') ?? '';
  const hasNumber = number !== '';
  const { node, ticket } = await executeOperation(request, tryQuery, { id: params.id ?? '', number, hasNumber });
  if (node?.__typename !== 'TicketTypeDraft') throw new Response(null, { status: 404 });
  const tests = node.tests.map(({ id, name, startAt, steps }) => ({
    id,
    name,
    script: steps ? ({ startAt, steps } as RunScript) : null,
  }));
  const run = ticket?.pastRun;
  return {
    now: new Date().toISOString(),
    path: `/ticket-types/drafts/${encodeURIComponent(params.id ?? '')}/try`,
    tests,
    past: hasNumber
      ? {
          number,
          typeKey: ticket?.type?.key ?? null,
          script: run ? (run as RunScript) : null,
          isThere: Boolean(ticket),
        }
      : null,
  };
}

export const action = defineAction({
  simulate: simulateMutation,
  saveTest: saveTestMutation,
  deleteTest: deleteTestMutation,
});

/** Runs a made-up or a past ticket through the draft, step by step; nothing is written and nothing leaves. */
export default function TryPage() {
  const { t } = useTranslation('simulation');
  const { now, path, tests, past } = useLoaderData<typeof loader>();
  const { id, revision, state, definition } = useDraft();
  const run = useRun(id, revision, path);
  const { simulation } = run;
  const found = useMemo(() => {
    if (!past) return null;
    const isOther = past.typeKey !== null && past.typeKey !== definition.key;
    const problem = !past.isThere ? 'missing' : isOther ? 'otherType' : past.script ? null : 'covered';
    return { number: past.number, script: problem ? null : past.script, problem } as const;
  }, [past, definition.key]);
  const { states, ways } = useMemo(() => pathOf(simulation), [simulation]);
  return (
    <div className="run">
      <div className="run-left">
        <p className="small quiet" role="status">
          {state === 'saved' ? t('nothingLeaves') : t('waitsForSave')}
        </p>
        <FaultNote fault={run.fault} />
        {run.refused.length > 0 && (
          <div role="alert" className="admin-fault">
            <CircleAlert size={16} />
            <ul>
              {run.refused.map((issue, index) => (
                <li key={index}>{issue.message}</li>
              ))}
            </ul>
          </div>
        )}
        {run.script.length > 0 && (
          <div className="admin-acts run-part">
            <span className="spread">{t('script', { count: run.script.length })}</span>
            <Button variant="contained" color="primary" disabled={run.isRunning} onClick={run.next}>
              {t('nextRecorded')}
            </Button>
            <Button variant="outlined" disabled={run.isRunning} onClick={run.playAll}>
              {t('playAll')}
            </Button>
          </div>
        )}
        {simulation ? (
          <>
            <div className="admin-acts">
              <Button disabled={run.isRunning} onClick={run.back}>
                {t('back')}
              </Button>
              <Button disabled={run.isRunning} onClick={run.clear}>
                {t('again')}
              </Button>
            </div>
            {simulation.isFinished && (
              <p role="status" className="run-part">
                <b>{t(`ended.${simulation.status as 'completed'}`)}</b>
              </p>
            )}
            {simulation.steps.map((step) => (
              <StepCard key={`${run.steps.length}:${step.nodeId}`} step={step} simulation={simulation} run={run} />
            ))}
            {!simulation.isFinished && <TicketCard key={run.steps.length} simulation={simulation} run={run} />}
          </>
        ) : (
          <BeginCard run={run} now={now} />
        )}
        <ScriptCard draftId={id} run={run} tests={tests} past={found} />
      </div>
      <div className="run-middle">
        <FlowPicture flow={definition.flow} states={states} ways={ways} />
      </div>
      <div className="run-right">
        {simulation ? (
          <>
            <TimeCard simulation={simulation} run={run} />
            <RunLog simulation={simulation} />
          </>
        ) : (
          <p className="quiet run-part">{t('logText')}</p>
        )}
      </div>
    </div>
  );
}

function pathOf(simulation: ReturnType<typeof useRun>['simulation']) {
  const states: Record<string, NodeState> = {};
  const ways: Record<string, 'taken'> = {};
  for (const { trace } of simulation?.frames ?? []) {
    for (const { nodeId, edgeId } of trace) {
      states[nodeId] = 'done';
      if (edgeId) ways[edgeId] = 'taken';
    }
  }
  for (const { nodeId } of simulation?.steps ?? []) states[nodeId] = 'now';
  return { states, ways };
}
