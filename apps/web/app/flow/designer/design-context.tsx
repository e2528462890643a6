import type { FlowDefinition } from '@handoff/core/flow/flow-definition';
import type { Fault } from '@handoff/core/platform/fault';
import { URGENCIES } from '@handoff/core/platform/urgency';
import { checkDefinition } from '@handoff/core/ticket-type/check-definition';
import { createContext, useContext, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionField } from '~/condition/edit-condition.ts';
import { formConditionFields } from '~/condition/form-condition-fields.ts';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { forgetNode, mayRemove, removeNode } from './edit-flow.ts';
import type { NodeDefaults } from './new-node.ts';

export interface FlowDesign {
  flow: FlowDefinition;
  /** `move` names what is typed into, so that a word is one step back. */
  change: (flow: FlowDefinition, move?: string) => void;
  /** Takes a node out of the flow, and out of what the form says of it. */
  remove: (node: string) => void;
  selected: string | null;
  select: (node: string | null) => void;
  /** What is wrong with each node and its ways, by the node's id. */
  faults: ReadonlyMap<string, readonly Fault[]>;
  /** What conditions may read: the form and the urgency. */
  fields: readonly ConditionField[];
  defaults: NodeDefaults;
}

const DesignContext = createContext<FlowDesign | null>(null);

/** The flow that is designed on this page. */
export function useFlowDesign(): FlowDesign {
  const design = useContext(DesignContext);
  if (!design) throw new Error('useFlowDesign belongs inside the flow designer');
  return design;
}

function useFaults(): FlowDesign['faults'] {
  const definition = useDeferredValue(useDraft().definition);
  return useMemo(() => {
    const found = new Map<string, Fault[]>();
    for (const fault of checkDefinition(definition)) {
      const [part, list, index] = fault.path;
      if (part !== 'flow' || typeof index !== 'number') continue;
      const id = list === 'nodes' ? definition.flow.nodes[index]?.id : definition.flow.edges[index]?.from;
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), fault]);
    }
    return found;
  }, [definition]);
}

/** Holds what the outline, the picture and the inspector share. */
export function FlowDesignProvider({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('flow-designer');
  const { definition, edit, lists } = useDraft();
  const [selected, select] = useState<string | null>(null);
  const faults = useFaults();
  const { form, flow } = definition;
  const fields = useMemo<ConditionField[]>(
    () => [
      ...formConditionFields(form, i18n.language),
      {
        key: 'ticket.urgency',
        label: t('ticketUrgency'),
        kind: 'choice',
        options: URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`, { ns: 'designer' }) })),
      },
    ],
    [form, i18n.language, t],
  );
  const ticketType = lists.ticketTypes[0]?.key ?? '';
  const design = useMemo<FlowDesign>(
    () => ({
      flow,
      change: (next, move) => next !== flow && edit({ ...definition, flow: next }, move),
      remove: (id) =>
        mayRemove(flow, id) && edit({ ...definition, flow: removeNode(flow, id), form: forgetNode(form, id) }),
      selected: flow.nodes.some(({ id }) => id === selected) ? selected : null,
      select,
      faults,
      fields,
      defaults: { ticketType },
    }),
    [flow, form, definition, edit, selected, faults, fields, ticketType],
  );
  return <DesignContext.Provider value={design}>{children}</DesignContext.Provider>;
}
