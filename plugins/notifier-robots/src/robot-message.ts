import type { NotifierMessage } from '@handoff/plugin-sdk';

/** What three vendors' robots show of a notification, before each has its own form of it. */
export interface RobotMessage {
  title: string;
  text: string;
  url: string | null;
  open: string;
  at: string;
}

/** Cut by code points, so that nothing is torn. */
export const cut = (text: string, most: number): string => {
  const points = [...text];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : text;
};

/** What a text may not bring about itself: headings, emphasis, links, mentions and tags of the vendors' markdown. */
const plain = (text: string): string => text.replace(/[\\`*_~#>[\]()<>|]/g, (sign) => fullWidth[sign] ?? ' ');

/** Signs that no vendor lets one escape are written so that they look the same and mean nothing. */
const fullWidth: Readonly<Record<string, string>> = {
  '*': '＊',
  _: '＿',
  '#': '＃',
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '(': '（',
  ')': '）',
  '`': '｀',
  '~': '～',
  '|': '｜',
  '\\': '＼',
};

const longestTitle = 120;
const longestText = 300;

/** The parts of a message; texts are cut and hold nothing that a vendor reads as markup. */
export const partsOf = ({ title, text, url, locale }: NotifierMessage) => ({
  title: plain(cut(title, longestTitle)),
  text: plain(cut(text, longestText)),
  url,
  open: locale === 'zh' ? '打开' : 'Open',
});

/** As markdown that WeCom and DingTalk read alike: heading, sentence, link. */
export function markdownOf(message: NotifierMessage): string {
  const { title, text, url, open } = partsOf(message);
  return [`### ${title}`, text, url && `[${open}](${url})`].filter(Boolean).join('\n\n');
}

/** As plain text: what it is about, what happened, where. */
export function textOf({ title, text, url }: NotifierMessage): string {
  return [cut(title, longestTitle), cut(text, longestText), url].filter(Boolean).join('\n');
}
