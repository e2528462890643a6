import type { ShortcutName } from '~/shortcut/shortcut-catalogue.ts';
import { sectionAt } from './admin-sections.ts';
import {
  ClipboardList,
  Headset,
  House,
  Layers,
  Phone,
  Settings,
  Ticket,
  UserCog,
  Users,
  type LucideIcon,
} from 'lucide-react';

export const pageGroups = ['work', 'customers', 'admin'] as const;
export type PageGroup = (typeof pageGroups)[number];

interface Page {
  to: string;
  icon: LucideIcon;
  group: PageGroup;
  /** The shortcut that goes there. */
  key?: ShortcutName;
}

/** The pages of the left navigation, in its order; the shell shows those that `ShellData.pages` allows. */
export const pages = {
  workbench: { to: '/workbench', icon: House, group: 'work', key: 'go.workbench' },
  tickets: { to: '/tickets', icon: Ticket, group: 'work', key: 'go.tickets' },
  calls: { to: '/calls', icon: Phone, group: 'work', key: 'go.calls' },
  customers: { to: '/customers', icon: Users, group: 'customers', key: 'go.customers' },
  ticketTypes: { to: '/ticket-types', icon: Layers, group: 'admin' },
  externalForms: { to: '/external-forms', icon: ClipboardList, group: 'admin' },
  telephony: { to: '/admin/channels', icon: Headset, group: 'admin' },
  people: { to: '/admin/agents', icon: UserCog, group: 'admin' },
  settings: { to: '/admin/calendars', icon: Settings, group: 'admin' },
} satisfies Record<string, Page>;

export type PageKey = keyof typeof pages;

export interface AllowedPage extends Page {
  id: PageKey;
}

/** The allowed pages in the order of the navigation. */
export function orderPages(allowed: readonly PageKey[]): AllowedPage[] {
  return (Object.keys(pages) as PageKey[])
    .filter((id) => allowed.includes(id))
    .map((id) => ({ id, ...(pages[id] as Page) }));
}

/** Under which page of the navigation an address lies; null for none. */
export function pageAt(pathname: string): PageKey | 'me' | null {
  const isIn = (to: string) => pathname === to || pathname.startsWith(`${to}/`);
  if (isIn('/me')) return 'me';
  return sectionAt(pathname) ?? (Object.keys(pages) as PageKey[]).find((id) => isIn(pages[id].to)) ?? null;
}
