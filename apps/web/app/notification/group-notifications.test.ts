import { expect, it } from 'vitest';
import { groupNotifications, type NotificationItem } from './group-notifications.ts';

const item = (id: string, at: string, needsYou: boolean, record: string): NotificationItem => ({
  id,
  at,
  needsYou,
  text: id,
  isRead: false,
  recordLabel: record,
  recordTo: `/tickets/${record}`,
});

it('puts what needs the person first and gathers by record, newest first', () => {
  const sections = groupNotifications([
    item('a', '2026-03-17T01:00:00Z', false, '1'),
    item('b', '2026-03-17T02:00:00Z', true, '1'),
    item('c', '2026-03-17T03:00:00Z', true, '2'),
    item('d', '2026-03-17T04:00:00Z', true, '1'),
  ]);
  expect(sections.map(({ needsYou }) => needsYou)).toEqual([true, false]);
  expect(sections[0]?.groups.map((group) => group.items.map(({ id }) => id))).toEqual([['d', 'b'], ['c']]);
});

it('has no empty section', () => expect(groupNotifications([])).toEqual([]));
