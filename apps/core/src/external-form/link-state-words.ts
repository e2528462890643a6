import type { LocalizedText } from '../platform/text/localized-text.ts';
import type { LinkState } from './link-state.ts';

/** What somebody outside is told of a link in each state. */
export const linkStateWords: Record<LinkState, LocalizedText> = {
  open: { en: 'This form can be filled in.', zh: '该表单可以填写。' },
  expired: { en: 'This link has expired. Ask the company for a new one.', zh: '该链接已过期，请联系商家获取新链接。' },
  used: {
    en: 'This form was sent already. Ask the company for a new link to send another.',
    zh: '该表单已提交。如需再次提交，请联系商家获取新链接。',
  },
  revoked: {
    en: 'This link was withdrawn. Ask the company for a new one.',
    zh: '该链接已撤销，请联系商家获取新链接。',
  },
  disabled: { en: 'This form is not in use at present. Ask the company.', zh: '该表单暂停使用，请联系商家。' },
};
