import { describe, expect, it } from 'vitest';
import type { CarrierHost } from '../carrier/carrier.ts';
import { PluginError } from '../plugin-error.ts';
import { describeSettings, type SettingsSubject } from './describe-settings.ts';

/** What a plugin's tests tell the contract about the plugin and its (simulated) carrier. */
export interface CarrierSubject extends SettingsSubject {
  /** The host to ask through; the vendor's counterpart is at its other end. */
  host: CarrierHost;
  /** A number that is known, and of which carrier it is. */
  known: { number: string; carrier: string };
  /** A number of no known form. */
  formless: string;
  /** A number that looks right and is not known. */
  unknown: { number: string; carrier: string };
}

/** The tests that every carrier plugin has to pass. Call it at the top of a test file. */
export function describeCarrierPlugin(subject: CarrierSubject): void {
  const { plugin, settings, host, known, formless, unknown } = subject;
  const service = plugin.carrier;
  if (!service) throw new Error(`${plugin.id} is no carrier plugin`);

  describe(`${plugin.id} keeps the carrier contract`, () => {
    describeSettings(subject);

    it('names its carriers in both languages, each once', () => {
      const keys = service.carriers.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { name } of service.carriers) expect([name.en, name.zh].every(Boolean)).toBe(true);
    });

    it('tells the carrier by the number, likeliest first, and says so where it can not', async () => {
      const found = await service.detect(host, settings, known.number);
      expect(found[0]).toBe(known.carrier);
      expect(await service.detect(host, settings, formless)).toEqual([]);
    });

    it('tells what happened to a parcel, each time as an instant', async () => {
      const tracking = await service.track(host, settings, { ...known, phone: '13805715678' });
      expect(tracking.carrier).toBe(known.carrier);
      expect(tracking.events.length).toBeGreaterThan(0);
      expect(tracking.events.every(({ at }) => at.getTime() <= host.now().getTime())).toBe(true);
    });

    it('answers the same when it is asked again', async () => {
      const ask = () => service.track(host, settings, { ...known, phone: '13805715678' });
      expect(await ask()).toEqual(await ask());
    });

    it("says in the carrier's words that it knows nothing of a number", async () => {
      const refused = await service.track(host, settings, { ...unknown, phone: null }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(PluginError);
      expect((refused as PluginError).text.zh.length).toBeGreaterThan(3);
    });
  });
}
