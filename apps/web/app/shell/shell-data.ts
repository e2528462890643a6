import type { PageKey } from '~/navigation/pages.ts';

export interface Viewer {
  id: string;
  name: string;
  login: string;
  departmentName: string | null;
}

export type SystemState = 'engine_away' | 'read_only' | 'new_version';

/** What the frame shows around every page. */
export interface ShellData {
  companyName: string;
  /** The company's IANA zone. */
  timeZone: string;
  viewer: Viewer;
  permissions: readonly string[];
  /** The pages that this person may open, in no order. */
  pages: readonly PageKey[];
  counts: Partial<Record<PageKey, number>>;
  unreadNotifications: number;
  system: { state: SystemState; since: string | null } | null;
}
