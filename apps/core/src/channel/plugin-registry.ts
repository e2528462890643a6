import type { Plugin } from '@handoff/plugin-sdk';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';

/** The installed plugins by id. Core knows none of them: each process is composed with the same list. */
export type PluginRegistry = ReadonlyMap<string, Plugin>;

/** Throws if two plugins have the same id. */
export function createPluginRegistry(plugins: readonly Plugin[]): PluginRegistry {
  const registry = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  if (registry.size !== plugins.length) throw new Error('two plugins have the same id');
  return registry;
}

/** Throws NotFoundError if it is not installed. */
export function pluginOf(context: Context, pluginId: string): Plugin {
  const plugin = context.plugins?.get(pluginId);
  if (!plugin) throw new NotFoundError('plugin');
  return plugin;
}
