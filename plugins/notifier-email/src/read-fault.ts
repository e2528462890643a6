import { PluginError } from '@handoff/plugin-sdk';

interface SmtpError extends Error {
  code?: string;
  /** The server's answer, RFC 5321: 4xx for now, 5xx for good. */
  responseCode?: number;
  response?: string;
  /** Which command was refused. */
  command?: string;
}

/** The server's own words, in one line. */
const wordsOf = ({ response, message }: SmtpError): string => (response ?? message).replace(/\s+/g, ' ').slice(0, 200);

const refusedRecipient = (error: SmtpError): boolean =>
  error.code === 'EENVELOPE' && (error.command === 'RCPT TO' || /recipient/i.test(error.message));

/** What a failed attempt means. 4xx and broken lines may go better later; 5xx, a wrong login and bad certificates will not. */
export function readFault(thrown: unknown): PluginError {
  if (thrown instanceof PluginError) return thrown;
  const error = (thrown instanceof Error ? thrown : new Error(String(thrown))) as SmtpError;
  const { code = 'smtp', responseCode } = error;
  const words = wordsOf(error);
  if (responseCode && responseCode >= 400 && responseCode < 500) {
    return new PluginError(
      `smtp_${responseCode}`,
      { en: `The mail server puts it off: ${words}`, zh: `邮件服务器要求稍后再试：${words}` },
      true,
    );
  }
  if (code === 'EAUTH') {
    return new PluginError(
      'smtp_login',
      { en: `The mail server does not take user and password: ${words}`, zh: `邮件服务器拒绝登录：${words}` },
      false,
    );
  }
  if (responseCode && responseCode >= 500) {
    const about = refusedRecipient(error) ? 'recipient_refused' : `smtp_${responseCode}`;
    return new PluginError(
      about,
      { en: `The mail server refused it: ${words}`, zh: `邮件服务器拒绝了该邮件：${words}` },
      false,
    );
  }
  if (code === 'ETLS' || /certificate/i.test(error.message)) {
    return new PluginError(
      'smtp_tls',
      {
        en: `There is no encrypted line to the mail server: ${words}. Look at encryption, port and certificate.`,
        zh: `无法与邮件服务器建立加密连接：${words}。请检查加密方式、端口和证书。`,
      },
      false,
    );
  }
  return new PluginError(
    'unreachable',
    { en: `The mail server does not answer: ${words}`, zh: `邮件服务器没有响应：${words}` },
    true,
  );
}
