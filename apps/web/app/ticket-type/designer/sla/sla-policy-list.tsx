import { localize } from '@handoff/core/platform/text/localize';
import type { SlaPolicy } from '@handoff/core/sla/policy/sla-policy';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Copy, Plus, Trash2 } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionField } from '~/condition/edit-condition.ts';
import { useConditionWords } from '~/condition/use-condition-words.ts';
import { MoveButtons } from '~/mark/move-buttons.tsx';
import { freeKey } from '../free-key.ts';

interface SlaPolicyListProps {
  policies: readonly SlaPolicy[];
  fields: readonly ConditionField[];
  selected: string;
  onSelect: (key: string) => void;
  onChange: (policies: SlaPolicy[]) => void;
}

/** The policies in the order in which they are asked. Alt and the arrows move one, Delete removes it. */
export function SlaPolicyList({ policies, fields, selected, onSelect, onChange }: SlaPolicyListProps) {
  const { t, i18n } = useTranslation('designer');
  const say = useConditionWords(fields);
  const list = useRef<HTMLOListElement>(null);
  const focus = (key: string) =>
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-policy="${key}"] [data-act="choose"]`)?.focus(),
    );
  const move = (index: number, by: 1 | -1) => {
    const policy = policies[index];
    if (!policy || index + by < 0 || index + by >= policies.length) return;
    onChange(policies.toSpliced(index, 1).toSpliced(index + by, 0, policy));
  };
  const remove = (index: number) => {
    if (policies.length === 1) return;
    const rest = policies.toSpliced(index, 1);
    const next = rest[Math.min(index, rest.length - 1)];
    onChange(rest);
    if (!next) return;
    onSelect(next.key);
    focus(next.key);
  };
  /** New ones stand before those that hold for all, so that they can hold at all. */
  const insert = (policy: SlaPolicy, index: number) => {
    onChange(policies.toSpliced(index, 0, policy));
    onSelect(policy.key);
    focus(policy.key);
  };
  const isAlways = (policy: SlaPolicy | undefined) => policy !== undefined && !policy.when;
  const beforeLast = isAlways(policies.at(-1)) ? policies.length - 1 : policies.length;
  const add = (from: SlaPolicy, name: (words: string, locale: 'en' | 'zh') => string, index: number) => {
    const { when, ...rest } = structuredClone(from);
    const named = { en: name(rest.name.en, 'en'), zh: name(rest.name.zh, 'zh') };
    insert({ ...rest, ...(when && { when }), key: freeKey('policy', policies), name: named }, index);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
    if (by) {
      move(index, by);
      focus(policies[index]?.key ?? '');
    } else if (event.key === 'Delete') remove(index);
    else return;
    event.preventDefault();
  };
  const [last] = policies.slice(-1);
  return (
    <section className="admin-section">
      <h2>{t('sla.policies')}</h2>
      <p className="quiet">{t('sla.policiesText')}</p>
      <ol className="policy-list" ref={list} aria-label={t('sla.policies')}>
        {policies.map((policy, index) => {
          const name = localize(policy.name, i18n.language);
          return (
            <li
              key={policy.key}
              className="policy-line"
              data-policy={policy.key}
              data-selected={policy.key === selected}
            >
              <button
                type="button"
                className="policy-name"
                data-act="choose"
                aria-pressed={policy.key === selected}
                onClick={() => onSelect(policy.key)}
                onKeyDown={(event) => onKeyDown(event, index)}
              >
                <b>{name || policy.key}</b>
                <span className="small quiet">{policy.when ? say(policy.when) : t('sla.otherwise')}</span>
              </button>
              <MoveButtons
                up={t('sla.up', { name })}
                down={t('sla.down', { name })}
                isFirst={index === 0}
                isLast={index === policies.length - 1}
                onMove={(by) => move(index, by)}
              />
              <Button
                size="small"
                startIcon={<Copy size={14} />}
                onClick={() =>
                  add(policy, (words, lng) => t('sla.copied', { name: words, lng }), Math.min(index + 1, beforeLast))
                }
              >
                {t('sla.copy')}
              </Button>
              <IconButton
                size="small"
                disabled={policies.length === 1}
                aria-label={t('sla.removePolicy', { name })}
                onClick={() => remove(index)}
              >
                <Trash2 size={16} />
              </IconButton>
            </li>
          );
        })}
      </ol>
      <div className="admin-acts">
        <Button
          startIcon={<Plus size={16} />}
          onClick={() => last && add(last, (_words, lng) => t('sla.newPolicy', { lng }), beforeLast)}
        >
          {t('sla.add')}
        </Button>
      </div>
    </section>
  );
}
