import type { NotifierMessage } from '@handoff/plugin-sdk';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const html = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const footer = {
  en: 'You can choose under Me, Notifications what reaches you by e-mail.',
  zh: '可在“我的 - 通知”中选择接收哪些邮件。',
};
const open = { en: 'Open', zh: '打开' };

/** A line break in a subject would begin a header of its own. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const longestSubject = 200;

/** Subject and both bodies of a notification. */
export function mailOf({ title, text, url, locale }: NotifierMessage): { subject: string; text: string; html: string } {
  const subject = oneLine(`${text.slice(0, longestSubject / 2)} · ${title}`).slice(0, longestSubject);
  const link = url ? `<p><a href="${html(url)}">${open[locale]}</a></p>` : '';
  return {
    subject,
    text: [title, text, url, '--', footer[locale]].filter(Boolean).join('\n\n'),
    html: `<p><b>${html(title)}</b></p><p>${html(text)}</p>${link}<p style="color:#666">${footer[locale]}</p>`,
  };
}
