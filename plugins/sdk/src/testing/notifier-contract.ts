import { describe, expect, it } from 'vitest';
import type { NotifierHost, NotifierMessage } from '../notifier/notifier.ts';
import { PluginError } from '../plugin-error.ts';
import { describeSettings, type SettingsSubject } from './describe-settings.ts';

/** What a plugin's tests tell the contract about the plugin and the vendor's counterpart. */
export interface NotifierSubject extends SettingsSubject {
  /** The host to send through; the vendor's counterpart is at its other end. */
  host: NotifierHost;
  /** Settings that the vendor refuses for good. */
  refusedSettings: Record<string, unknown>;
  /** Settings behind which nobody answers. */
  unreachableSettings: Record<string, unknown>;
  /** The texts of all messages that have arrived, as people would read them. */
  arrived: () => string[];
  /** Lets the counterpart turn the next message away for now. */
  turnAwayOnce: () => void;
}

/** A notification as the product hands it over. */
export const sampleMessage = (facts: Partial<NotifierMessage> = {}): NotifierMessage => ({
  id: '01KBXSAMPLEMESSAGE00000001',
  kind: 'ticket.sla_breached',
  locale: 'zh',
  title: 'R20261129-0042 空调*不制冷* <b>A & B</b>',
  text: '首次响应已超时',
  url: 'https://crm.example.com/tickets/R20261129-0042',
  isUrgent: true,
  at: new Date('2026-11-29T02:00:00Z'),
  recipients: [
    { name: '李娜', loginName: 'li.na', workNumber: '1001', email: 'li.na@example.com', phone: '13900000001' },
  ],
  ...facts,
});

/** The tests that every notifier plugin has to pass. Call it at the top of a test file. */
export function describeNotifierPlugin(subject: NotifierSubject): void {
  const { plugin, settings, host, refusedSettings, unreachableSettings, arrived, turnAwayOnce } = subject;
  const service = plugin.notifier;
  if (!service) throw new Error(`${plugin.id} is no notifier plugin`);
  let sent = 0;
  const next = (facts: Partial<NotifierMessage> = {}): NotifierMessage => {
    sent += 1;
    return sampleMessage({ id: `01KBXSAMPLEMESSAGE00000${String(100 + sent)}`, ...facts });
  };
  const failure = async (chosen: Record<string, unknown>): Promise<PluginError> => {
    const thrown = await service.send(host, chosen, next()).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(PluginError);
    return thrown as PluginError;
  };

  describe(`${plugin.id} keeps the notifier contract`, () => {
    describeSettings(subject);

    it('brings number, reason and address of the record', async () => {
      await service.send(host, settings, next());
      const text = arrived().at(-1) ?? '';
      for (const part of ['R20261129-0042', '首次响应已超时', 'https://crm.example.com/tickets/R20261129-0042']) {
        expect(text).toContain(part);
      }
    });

    it('sends what has no record to open', async () => {
      const before = arrived().length;
      await service.send(host, settings, next({ url: null, text: 'No record here' }));
      expect(arrived()).toHaveLength(before + 1);
      expect(arrived().at(-1)).toContain('No record here');
    });

    it('takes a very long text', async () => {
      const before = arrived().length;
      await service.send(host, settings, next({ title: '题'.repeat(400), text: '长'.repeat(3000) }));
      expect(arrived()).toHaveLength(before + 1);
    });

    it('says that what the vendor turns away for now may be tried again', async () => {
      turnAwayOnce();
      const thrown = await failure(settings);
      expect(thrown.isRetryable).toBe(true);
      await service.send(host, settings, next());
    });

    it('says in both languages why it was refused for good', async () => {
      const thrown = await failure(refusedSettings);
      expect(thrown.isRetryable).toBe(false);
      expect(thrown.text.en.length).toBeGreaterThan(10);
      expect(thrown.text.zh).toMatch(/\p{Script=Han}/u);
    });

    it('says that it may be tried again where nobody answers', async () => {
      expect((await failure(unreachableSettings)).isRetryable).toBe(true);
    });

    it('tells nobody its secrets in what it throws', async () => {
      const thrown = await failure(refusedSettings);
      for (const key of Object.keys(refusedSettings)) {
        const value = refusedSettings[key];
        if (!/secret|password|token|key/i.test(key) || typeof value !== 'string') continue;
        expect(thrown.text.en + thrown.text.zh).not.toContain(value);
      }
    });
  });
}
