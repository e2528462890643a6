import './simulation.css';
import type { FlowEdge } from '@handoff/core/flow/flow-definition';
import Button from '@mui/material/Button';
import { Link } from '@remix-run/react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowPicture } from '~/flow/flow-picture.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { Chip } from '~/mark/chip.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import type { BacktestResult } from './simulation-operations.ts';
import { useBacktest } from './use-backtest.ts';
import { useRunWords } from './use-run-words.ts';

export const handle = { i18n: ['simulation', 'form', 'flow', 'flow-designer', 'condition', 'designer', 'sla'] };

const howMany = ['50', '200', '1000'] as const;

/** Past tickets replayed through the draft: how many would have gone another way, and where. */
export default function BacktestPage() {
  const { t } = useTranslation('simulation');
  const { id, definition, state } = useDraft();
  const [count, setCount] = useState<string>(howMany[0]);
  const { results, state: replay, start, stop } = useBacktest(id);
  const isRunning = replay === 'running';
  const { wayName } = useRunWords();
  const counts = useMemo(() => {
    const ways = new Map<string, number>();
    for (const { edgeIds } of results) for (const edgeId of edgeIds) ways.set(edgeId, (ways.get(edgeId) ?? 0) + 1);
    return ways;
  }, [results]);
  const ways = useMemo(() => Object.fromEntries([...counts.keys()].map((edge) => [edge, 'taken'] as const)), [counts]);
  const labelOf = useCallback(
    (edge: FlowEdge) => [wayName(edge), counts.get(edge.id)].filter(Boolean).join(' · '),
    [wayName, counts],
  );
  const of = (outcome: BacktestResult['outcome']) => results.filter((one) => one.outcome === outcome);
  const differing = results.filter(({ outcome }) => outcome !== 'SAME_WAY');
  return (
    <div className="designer-page run-wide">
      <section className="admin-section">
        <h2>{t('backtest.title')}</h2>
        <p className="quiet">{t('backtest.text')}</p>
        <div className="run-find">
          <SelectInput
            name="count"
            label={t('backtest.howMany')}
            isRequired
            value={count}
            options={howMany.map((value) => ({ value, label: t('backtest.last', { count: Number(value) }) }))}
            onChange={(value) => setCount(value ?? howMany[0])}
          />
          {isRunning ? (
            <Button variant="outlined" onClick={stop}>
              {t('backtest.stop')}
            </Button>
          ) : (
            <Button
              variant="contained"
              color="primary"
              disabled={state !== 'saved'}
              onClick={() => void start(Number(count))}
            >
              {t('backtest.start')}
            </Button>
          )}
        </div>
      </section>
      <section className="admin-section" aria-busy={isRunning}>
        {replay === 'failed' && <p role="alert">{t('backtest.failed')}</p>}
        <p role="status">
          {results.length === 0 && replay === 'done' && t('backtest.noTickets')}
          {(results.length > 0 || isRunning) &&
            t('backtest.sum', {
              count: results.length,
              same: of('SAME_WAY').length,
              other: of('OTHER_WAY').length,
              refused: of('REFUSED').length,
              others: results.filter(({ isWithOthers }) => isWithOthers).length,
            })}
        </p>
        {differing.length > 0 && <Differences results={differing} />}
      </section>
      {results.length > 0 && <FlowPicture flow={definition.flow} labelOf={labelOf} ways={ways} />}
    </div>
  );
}

const mostShown = 200;

function Differences({ results }: { results: readonly BacktestResult[] }) {
  const { t } = useTranslation('simulation');
  const { nodeName, fieldName, reasons } = useRunWords();
  const nothing = t('backtest.nowhere');
  return (
    <table className="admin-table" aria-label={t('backtest.differences')}>
      <thead>
        <tr>
          {(['ticket', 'where', 'was', 'now'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`backtest.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {results.slice(0, mostShown).map((one, index) => (
          <tr key={index}>
            <td data-name={t('backtest.ticket')}>
              {one.ticket && <Link to={`/tickets/${one.ticket.number}`}>{one.ticket.number}</Link>}{' '}
              <span className="small quiet">{one.ticket?.title}</span>
            </td>
            <td data-name={t('backtest.where')}>{nodeName(one.atNodeId)}</td>
            <td data-name={t('backtest.was')}>
              {one.outcome === 'REFUSED' ? t('backtest.wentOn') : nodeName(one.wasNodeId) || nothing}
            </td>
            <td data-name={t('backtest.now')}>
              {one.outcome === 'REFUSED' ? (
                <Chip tone="bad">
                  {one.field ? t('backtest.refusedField', { field: fieldName(one.field) }) : t('backtest.refused')}
                </Chip>
              ) : (
                nodeName(one.nowNodeId) || nothing
              )}
              {reasons(one.because).map((reason) => (
                <span key={reason} className="small quiet run-reason">
                  {reason}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
