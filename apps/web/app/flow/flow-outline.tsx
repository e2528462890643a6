import { localize } from '@handoff/core/platform/text/localize';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowPictureProps } from './flow-picture.tsx';
import { nodeIcons } from './node-kinds.ts';
import { outlineFlow } from './outline.ts';

export function FlowOutline({ id, flow, states = {}, people = {} }: FlowPictureProps & { id: string }) {
  const { t, i18n } = useTranslation('flow');
  const items = useMemo(() => outlineFlow(flow), [flow]);
  return (
    <section id={id} className="flow-outline" aria-label={t('outline')}>
      <h2 className="flow-outline-name">
        {t('outline')} <span className="count">{t('nodes', { count: items.length })}</span>
      </h2>
      <ol>
        {items.map(({ node, ways }, index) => {
          const Icon = nodeIcons[node.kind];
          const state = states[node.id];
          return (
            <li key={node.id} id={`${id}-${node.id}`} className={state === 'now' ? 'is-now' : undefined}>
              <p className="flow-outline-node">
                <span className="quiet">{index + 1}</span>
                <Icon size={14} />
                <b>{localize(node.name, i18n.language)}</b>
                {state && <span className="small quiet">{t(`state.${state}`)}</span>}
                <span className="small quiet spread cut">{people[node.id] ?? t(`kind.${node.kind}`)}</span>
              </p>
              {ways.length > 1 && (
                <ul>
                  {ways.map(({ edge, to }) => (
                    <li key={edge.id}>
                      {edge.label ? localize(edge.label, i18n.language) : t(edge.isDefault ? 'otherwise' : 'next')} →{' '}
                      {localize(to.name, i18n.language)}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
