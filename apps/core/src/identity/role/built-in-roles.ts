import type { LocalizedText } from '../../platform/text/localized-text.ts';

/** What the roles that come with the product are for, by their keys. */
const purposes: Readonly<Record<string, LocalizedText>> = {
  'super-admin': { en: 'Full configuration. Has no phone bar.', zh: '拥有全部配置权限，没有电话条。' },
  manager: {
    en: 'Oversees the people who report to them, and their department.',
    zh: '管理直接和间接下属，并查看本部门情况。',
  },
  'call-agent': { en: 'Takes calls and works tickets.', zh: '接听电话、处理工单。' },
  'all-channel-agent': {
    en: 'Takes calls and conversations and works tickets.',
    zh: '接听电话、接待会话、处理工单。',
  },
  agent: { en: 'Works tickets and their own customers.', zh: '处理工单，维护自己的客户。' },
};

interface DescribedRole {
  key: string;
  description: string | null;
  isBuiltIn: boolean;
}

/** What a role is for: what an administrator wrote, else what its makers say of a built-in one. */
export function describeRole(
  { key, description, isBuiltIn }: DescribedRole,
  locale: keyof LocalizedText,
): string | null {
  const purpose = isBuiltIn ? purposes[key] : undefined;
  return purpose && (description === null || description === purpose.en) ? purpose[locale] : description;
}
