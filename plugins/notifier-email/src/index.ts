import { defineNotifierPlugin, PluginError } from '@handoff/plugin-sdk';
import { createTransport } from 'nodemailer';
import { config } from './config.ts';
import { mailOf } from './mail-of.ts';
import { readFault } from './read-fault.ts';

const greetingMs = 8_000;
const silenceMs = 15_000;

const noAddress = (): PluginError =>
  new PluginError('recipient_no_email', { en: 'The person has no e-mail address.', zh: '接收人没有邮箱地址。' }, false);

/**
 * E-mail over SMTP to a person's own address (RFC 5321), encrypted unless told otherwise. The Message-ID is made of the
 * notification's, so that a repeat is the same mail. The connection is the product's guarded one.
 */
export const notifierEmail = defineNotifierPlugin({
  id: 'notifier-email',
  name: { en: 'E-mail (SMTP)', zh: '邮件（SMTP）' },
  config,
  audience: 'person',
  rate: null,
  needs: 'email',
  async send({ config: settings, connect }, message) {
    const { host, port, security, checksCertificate, user, password, from, fromName } = settings;
    const to = message.recipients.flatMap(({ name, email }) => (email ? { name, address: email } : []));
    if (to.length === 0) throw noAddress();
    const socket = await connect(host, port);
    const transport = createTransport({
      host,
      port,
      connection: socket,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      tls: { rejectUnauthorized: checksCertificate },
      ...(user && { auth: { user, pass: password ?? '' } }),
      connectionTimeout: greetingMs,
      greetingTimeout: greetingMs,
      socketTimeout: silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail({
        ...mailOf(message),
        from: { name: fromName, address: from },
        to,
        messageId: `<${message.id}@${from.split('@')[1] ?? 'handoff'}>`,
        date: message.at,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    } catch (error) {
      throw readFault(error);
    } finally {
      transport.close();
      socket.destroy();
    }
  },
});
