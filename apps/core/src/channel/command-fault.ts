import type { LocalizedText } from '../platform/text/localized-text.ts';

/** Why a command for a channel was not carried out: `code` is for programs, `text` for people. */
export interface CommandFault {
  code: string;
  text: LocalizedText;
}

export const channelOff: CommandFault = {
  code: 'channel_off',
  text: {
    en: 'The telephone channel is switched off, so this was not carried out.',
    zh: '电话渠道已停用，操作未执行。',
  },
};

export const channelUnreachable: CommandFault = {
  code: 'channel_unreachable',
  text: {
    en: 'The telephone system could not be reached, so this was not carried out. Try again when it is connected.',
    zh: '无法连接电话系统，操作未执行。请在恢复连接后重试。',
  },
};
