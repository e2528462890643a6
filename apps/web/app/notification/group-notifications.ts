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
}

export interface NotificationGroup {
  recordLabel: string;
  recordTo: string;
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
      else groups.set(item.recordTo, { recordLabel: item.recordLabel, recordTo: item.recordTo, items: [item] });
    }
    return groups.size === 0 ? [] : [{ needsYou, groups: [...groups.values()] }];
  });
}
