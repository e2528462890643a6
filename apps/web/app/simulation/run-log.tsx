import { localize } from '@handoff/core/platform/text/localize';
import { Bell, Network, OctagonAlert, Timer, TrendingUp, User, Webhook, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Moment } from '~/format/moment.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import type { Simulation, SimulationFrame } from './simulation-operations.ts';
import { useRunWords } from './use-run-words.ts';

const icons: Record<string, LucideIcon> = {
  timer_fired: Timer,
  reminder: Bell,
  breach: OctagonAlert,
  escalation: TrendingUp,
};

/** Everything that happened in a run, newest on top: who did what, which way was taken and why, what was held back. */
export function RunLog({ simulation }: { simulation: Simulation }) {
  const { t } = useTranslation('simulation');
  return (
    <section className="run-part" aria-label={t('log')}>
      <h2>{t('log')}</h2>
      <ol className="run-log">
        {simulation.frames.map((frame, index) => <FrameItem key={index} frame={frame} />).reverse()}
      </ol>
    </section>
  );
}

function FrameItem({ frame }: { frame: SimulationFrame }) {
  const { t } = useTranslation(['simulation', 'designer']);
  const { nodeName } = useRunWords();
  const Icon = icons[frame.kind] ?? User;
  const clock = frame.clock ? t(`clock.${frame.clock as 'step'}`, { ns: 'designer' }) : '';
  return (
    <li className="run-frame">
      <p className="run-frame-head">
        <Icon size={14} className={frame.kind === 'breach' ? 'tone-bad' : 'quiet'} />
        <b className="spread">
          {t(`did.${frame.kind as 'create'}`, { clock })}
          {frame.nodeId && ` · ${nodeName(frame.nodeId)}`}
          {frame.actor && ` · ${frame.actor.name}`}
        </b>
        <span className="small quiet">
          <Moment at={frame.at} />
        </span>
      </p>
      <Ways frame={frame} />
      <HeldBack frame={frame} />
    </li>
  );
}

/** Where the ticket went because of it, and what decided. */
function Ways({ frame }: { frame: SimulationFrame }) {
  const { t } = useTranslation('simulation');
  const { definition } = useDraft();
  const { nodeName, wayName, reasons } = useRunWords();
  const ways = frame.trace.filter(({ why }) => why !== 'only_way' && why !== 'ended');
  if (ways.length === 0) return null;
  return (
    <ul className="run-ways">
      {ways.map((step, index) => {
        const edge = definition.flow.edges.find(({ id }) => id === step.edgeId);
        const way = edge ? [wayName(edge), nodeName(edge.to)].filter(Boolean).join(' → ') : '';
        return (
          <li key={index}>
            {t(`why.${step.why as 'split'}`, { node: nodeName(step.nodeId), way })}
            {reasons(step.because).map((reason) => (
              <span key={reason} className="small quiet run-reason">
                {reason}
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** What would have gone out. */
function HeldBack({ frame }: { frame: SimulationFrame }) {
  const { t, i18n } = useTranslation(['simulation', 'designer']);
  const { definition } = useDraft();
  if (frame.heldBack.length === 0) return null;
  return (
    <ul className="run-held">
      {frame.heldBack.map((held, index) => {
        const people = [
          ...(held.agents?.flatMap((agent) => (agent ? [agent.name] : [])) ?? []),
          ...held.to.map((who) => t(`audience.${who as 'handler'}`, { ns: 'designer' })),
        ].join(t('comma'));
        const Icon = held.kind === 'webhook' ? Webhook : held.kind === 'sub_ticket' ? Network : Bell;
        const node = definition.flow.nodes.find(({ id }) => id === held.nodeId);
        const what =
          held.kind === 'notify'
            ? t(`told.${(held.purpose ?? 'message') as 'message'}`, { people })
            : t(`wouldHave.${held.kind as 'webhook'}`, { target: held.target });
        return (
          <li key={index} className="small">
            <Icon size={12} /> <span className="chip mute">{t('heldBack')}</span> {what}
            {held.message && ` “${held.message.text}”`}
            {held.kind === 'unassigned' && node && ` · ${localize(node.name, i18n.language)}`}
          </li>
        );
      })}
    </ul>
  );
}
