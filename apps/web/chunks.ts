import type { Rollup } from 'vite';

type Graph = Pick<Rollup.ManualChunkMeta, 'getModuleInfo' | 'getModuleIds'>;

/** What each of these loads at once, without what an earlier one has; pages outside the shell don't load the shell's. */
const loaded = {
  base: ['entry.client.tsx', 'root.tsx'],
  outside: ['login/login-page.tsx', 'external-form/public/public-form-page.tsx'],
  shell: ['shell/shell-layout.tsx'],
};

/**
 * The modules that these files of `app` load at once. Where a page begins stays a file of its own: whoever loads that
 * also starts it.
 */
function reachable({ getModuleInfo, getModuleIds }: Graph, files: readonly string[]): Set<string> {
  const isStart = (id: string) => files.some((file) => id.split('?')[0]?.endsWith(`/app/${file}`));
  const found = new Set([...getModuleIds()].filter(isStart));
  for (const id of found) for (const imported of getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return new Set([...found].filter((id) => !getModuleInfo(id)?.isEntry));
}

/**
 * Names the chunk of a module that every page loads: on its own, each of a hundred small modules would be a request.
 * What only some pages load stays with Rollup, which loads nothing that a page doesn't use.
 */
export function createChunks() {
  let sets: Record<keyof typeof loaded, Set<string>> | undefined;
  return (id: string, graph: Graph): string | undefined => {
    sets ??= {
      base: reachable(graph, loaded.base),
      outside: reachable(graph, loaded.outside),
      shell: reachable(graph, loaded.shell),
    };
    if (sets.base.has(id)) return 'base';
    return sets.shell.has(id) && !sets.outside.has(id) ? 'shell' : undefined;
  };
}
