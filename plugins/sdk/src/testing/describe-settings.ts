import { expect, it } from 'vitest';
import type { Plugin } from '../define-plugin.ts';
import { factsOf, secretKeys } from '../field.ts';

/** What a plugin's tests tell every contract about its settings. */
export interface SettingsSubject {
  plugin: Plugin;
  /** Settings that work, with what is optional switched on. */
  settings: Record<string, unknown>;
  /** Settings that do not, each with the field that must be named. */
  badSettings: { settings: Record<string, unknown>; field: string }[];
}

/** The tests that the settings of every plugin have to pass, whatever its kind. */
export function describeSettings({ plugin, settings, badSettings }: SettingsSubject): void {
  it('names every setting in both languages', () => {
    for (const schema of Object.values(plugin.config.shape)) {
      const facts = factsOf(schema as never);
      expect(facts?.title.en, 'English title').toBeTruthy();
      expect(facts?.title.zh, 'Chinese title').toBeTruthy();
    }
  });

  it('marks as secret what looks like a secret', () => {
    const suspicious = Object.keys(plugin.config.shape).filter((key) => /secret|password|token|apikey/i.test(key));
    expect(secretKeys(plugin.config)).toEqual(expect.arrayContaining(suspicious));
  });

  it('takes settings that work', () => {
    expect(plugin.config.safeParse(settings).success).toBe(true);
  });

  it.each(badSettings)('refuses bad settings and names $field', (bad) => {
    const result = plugin.config.safeParse(bad.settings);
    expect(result.error?.issues.map((issue) => String(issue.path[0]))).toContain(bad.field);
  });
}
