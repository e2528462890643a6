import { secretKeys, type Plugin } from '@handoff/plugin-sdk';
import type { Context } from '../platform/context.ts';
import { checkForm } from './check-form.ts';

type Entries = Record<string, unknown>;

/** Settings as they are stored: the secret ones sealed and apart from the others. */
interface SealedSettings {
  settings: string;
  secrets: string | null;
}

function boxOf(context: Context) {
  if (!context.secrets) throw new Error('no secret box in this process');
  return context.secrets;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

export const openSecrets = (context: Context, sealed: string | null): Entries =>
  sealed ? (JSON.parse(boxOf(context).open(sealed)) as Entries) : {};

/**
 * Checks settings by the plugin's own form and seals the secret ones. An empty secret keeps the one in `sealedBefore`.
 * Throws ValidationError that names each faulty field.
 */
export function sealSettings(
  context: Context,
  plugin: Plugin,
  entries: Entries,
  sealedBefore: string | null = null,
): SealedSettings {
  const known = openSecrets(context, sealedBefore);
  const filled = Object.fromEntries(Object.entries(entries).filter(([, value]) => !isEmpty(value)));
  const secret = new Set(secretKeys(plugin.config));
  const checked = Object.entries(checkForm('settings', plugin.config, { ...known, ...filled }));
  const secrets = checked.filter(([key]) => secret.has(key));
  return {
    settings: JSON.stringify(Object.fromEntries(checked.filter(([key]) => !secret.has(key)))),
    secrets: secrets.length ? boxOf(context).seal(JSON.stringify(Object.fromEntries(secrets))) : null,
  };
}

/** A channel's settings with its secrets, for the plugin's connection alone. */
export const openSettings = (context: Context, channel: { settings: unknown; secrets: string | null }): Entries => ({
  ...(channel.settings as Entries),
  ...openSecrets(context, channel.secrets),
});
