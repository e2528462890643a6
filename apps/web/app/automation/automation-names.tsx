import type { FormDefinition } from '@handoff/core/form/form-definition';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { createContext, useContext, type ReactNode } from 'react';
import type { AutomationFacts } from './automation-operations.ts';

export interface AutomationKnown {
  facts: AutomationFacts;
  /** What people, customers and departments are called, by their ids. */
  names: Readonly<Record<string, string>>;
}

const Names = createContext<AutomationKnown | null>(null);

/** What the parts of a trigger's or macro's form can name. */
export function AutomationNames({ value, children }: { value: AutomationKnown; children: ReactNode }) {
  return <Names.Provider value={value}>{children}</Names.Provider>;
}

export function useAutomationNames(): AutomationKnown {
  const known = useContext(Names);
  if (!known) throw new Error('useAutomationNames is for parts inside AutomationNames');
  return known;
}

/** The form of the tickets of a type; undefined for all types. */
export const formOf = (facts: AutomationFacts, typeId: string | null): FormDefinition | undefined =>
  (facts.ticketTypes.find(({ id }) => id === typeId)?.currentVersion?.definition as TicketTypeDefinition | undefined)
    ?.form;

export const definitionOf = (facts: AutomationFacts, typeId: string | null): TicketTypeDefinition | undefined =>
  facts.ticketTypes.find(({ id }) => id === typeId)?.currentVersion?.definition as TicketTypeDefinition | undefined;
