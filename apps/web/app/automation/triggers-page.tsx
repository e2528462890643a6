import './automation.css';
import type { TriggerDefinition } from '@handoff/core/automation/trigger/trigger-definition';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { GripVertical, Plus, ScrollText } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { MoveButtons } from '~/mark/move-buttons.tsx';
import { moveTriggerMutation, triggersQuery, updateTriggerMutation } from './automation-operations.ts';
import { AutomationNames } from './automation-names.tsx';
import { eventOf } from './event-choices.ts';
import { readAutomation } from './read-automation.server.ts';
import { useActionWords } from './use-action-words.ts';

export const handle = { i18n: ['automation', 'ticket', 'condition'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { triggers } = await executeOperation(request, triggersQuery);
  const shown = triggers.map((trigger) => ({ ...trigger, definition: trigger.definition as TriggerDefinition }));
  return {
    triggers: shown,
    known: await readAutomation(
      request,
      triggers.map(({ definition }) => definition),
    ),
  };
}

export const action = defineAction({ move: moveTriggerMutation, update: updateTriggerMutation });

type TriggerLine = Awaited<ReturnType<typeof loader>>['triggers'][number];

/** Every trigger in the order in which they answer; dragged, or moved by Alt and an arrow. */
export default function TriggersPage() {
  const { t } = useTranslation('automation');
  const { triggers, known } = useLoaderData<typeof loader>();
  return (
    <AdminPage
      title={t('triggers')}
      actions={
        <>
          <Button component={Link} to="/admin/triggers/runs" startIcon={<ScrollText size={16} />}>
            {t('runLog')}
          </Button>
          <Button
            component={Link}
            to="/admin/triggers/new"
            variant="contained"
            color="primary"
            startIcon={<Plus size={16} />}
          >
            {t('newTrigger')}
          </Button>
        </>
      }
    >
      <p className="quiet">{t('triggersHint')}</p>
      <AutomationNames value={known}>
        {triggers.length === 0 ? <p className="quiet admin-empty">{t('noTriggers')}</p> : <Lines lines={triggers} />}
      </AutomationNames>
    </AdminPage>
  );
}

function Lines({ lines }: { lines: readonly TriggerLine[] }) {
  const { t } = useTranslation('automation');
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const { save, fault } = useSave();
  const ids = lines.map(({ id }) => id);
  // What was asked for stands until the server's order is the same, or it was refused.
  const isKnown = order?.length === ids.length && order.every((id) => ids.includes(id));
  const shown = (order && isKnown && !fault ? order : ids).flatMap((id) => lines.find((line) => line.id === id) ?? []);
  const place = (id: string, index: number) => {
    const rest = shown.map((line) => line.id).filter((each) => each !== id);
    const next = rest.toSpliced(index, 0, id);
    setOrder(next);
    save('move', { triggerId: id, beforeId: rest[index] ?? null });
  };
  const move = (id: string, by: 1 | -1) => {
    const at = shown.findIndex((line) => line.id === id);
    if (at + by < 0 || at + by >= shown.length) return;
    place(id, at + by);
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>(`[data-trigger="${id}"] button:not([disabled])`);
      const same = [...(buttons ?? [])].find((button) => button.dataset.act === (by === 1 ? 'down' : 'up'));
      (same ?? buttons?.[0])?.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
    if (!by) return;
    event.preventDefault();
    move(id, by);
  };
  return (
    <>
      <FaultNote fault={fault} />
      <ol className="trigger-list" ref={list} aria-label={t('triggers')}>
        {shown.map((line, index) => (
          <li
            key={line.id}
            className="trigger-line"
            data-trigger={line.id}
            data-over={over === line.id && dragged !== line.id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(line.id);
            }}
            onDragOver={(event) => {
              if (!dragged) return;
              event.preventDefault();
              setOver(line.id);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged && dragged !== line.id) {
                const rest = shown.filter(({ id }) => id !== dragged);
                place(
                  dragged,
                  rest.findIndex(({ id }) => id === line.id),
                );
              }
              setDragged(null);
              setOver(null);
            }}
            onKeyDown={(event) => onKeyDown(event, line.id)}
          >
            <span className="trigger-grip" aria-hidden="true">
              <GripVertical size={16} />
            </span>
            <Words line={line} />
            <Chip tone={line.isActive ? 'ok' : 'mute'}>{t(line.isActive ? 'active' : 'inactive')}</Chip>
            <ActButton
              intent="update"
              input={{ triggerId: line.id, expectedVersion: line.version, isActive: !line.isActive }}
            >
              {t(line.isActive ? 'switchOff' : 'switchOn')}
            </ActButton>
            <MoveButtons
              up={t('up', { name: line.name })}
              down={t('down', { name: line.name })}
              isFirst={index === 0}
              isLast={index === shown.length - 1}
              onMove={(by) => move(line.id, by)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function Words({ line }: { line: TriggerLine }) {
  const { t } = useTranslation('automation');
  const say = useActionWords(line.ticketType?.id ?? null);
  return (
    <span className="trigger-words">
      <Link to={`/admin/triggers/${encodeURIComponent(line.id)}`}>{line.name}</Link>
      <span className="small quiet">
        {[t(`event.${eventOf(line.event)}`), line.ticketType?.name.text ?? t('allTypes')].join(' · ')}
      </span>
      <span className="small quiet cut">{line.definition.actions.map(say).join(' · ')}</span>
    </span>
  );
}
