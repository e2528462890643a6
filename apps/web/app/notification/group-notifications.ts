export interface NotificationItem {
  id: string;
  /** In the person's language. */
  text: string;
  /** ISO 8601. */
  at: string;
  isRead: boolean;
  needsYou: boolean;
  recordLabel: string;
  recordTo: string;
  /** What stands at `recordTo` is a file, which the browser fetches by itself. */
  isFile?: boolean;
}

export interface NotificationGroup {
  recordLabel: string;
  recordTo: string;
  isFile?: boolean;
  items: NotificationItem[];
}

export interface NotificationSection {
  needsYou: boolean;
  groups: NotificationGroup[];
}

/** "Needs you" before "for information", one group a record, newest first within both. */
export function groupNotifications(items: readonly NotificationItem[]): NotificationSection[] {
  const newestFirst = [...items].sort((one, other) => other.at.localeCompare(one.at));
  return [true, false].flatMap((needsYou) => {
    const groups = new Map<string, NotificationGroup>();
    for (const item of newestFirst) {
      if (item.needsYou !== needsYou) continue;
      const group = groups.get(item.recordTo);
      if (group) group.items.push(item);
      else {
        const { recordLabel, recordTo, isFile } = item;
        groups.set(recordTo, { recordLabel, recordTo, ...(isFile && { isFile }), items: [item] });
      }
    }
    return groups.size === 0 ? [] : [{ needsYou, groups: [...groups.values()] }];
  });
}
