import { measureFirstLoad } from '../../scripts/measure-first-load.mjs';
import type { Measuring } from '../measuring.ts';

/** What a browser loads before the workbench is usable. */
export async function measureJs({ note }: Measuring): Promise<void> {
  const workbench = (await measureFirstLoad()).find(({ page }) => page === 'workbench');
  if (!workbench) throw new Error('no workbench among the measured pages');
  note('js.workbench_kb', workbench.kb);
}
