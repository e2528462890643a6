import { startInstance } from '@handoff/e2e/support/start-instance.ts';
import type { Measuring } from '../measuring.ts';

/** How long a second start takes until a page answers (s): everything is installed and built, the data are there. */
export async function measureStart({ note }: Measuring): Promise<void> {
  const first = await startInstance();
  await first.stop({ keepsData: true });
  const since = performance.now();
  const second = await startInstance({ DATA_DIR: first.data });
  const page = await fetch(`${second.url}/login`);
  await page.text();
  const seconds = (performance.now() - since) / 1000;
  await second.stop();
  if (!page.ok) throw new Error(`the sign-in page answered ${page.status}`);
  note('start.second_s', seconds);
}
