import { rawId } from '@handoff/e2e/support/relay-id.ts';
import { withCpuTime } from '../cpu-time.ts';
import { underLoad } from '../measure.ts';
import type { Measuring } from '../measuring.ts';
import { readFootprint, writeRows } from '../raw-rows.ts';

/** Creates repairs as people do, and writes the same rows by SQL alone. */
export async function measureCreate({ company, pool, seconds, note }: Measuring): Promise<void> {
  const ticket = await company.openTicket(0);
  const footprint = await readFootprint(pool, rawId(ticket.id));
  // First, while nothing is left to do beside it: what a product's burst leaves is done during the burst, and after it.
  const raw = await underLoad({ clients: 16, seconds }, () => writeRows(pool, footprint));
  const create = (client: number): Promise<unknown> => company.openTicket(client);

  note('create.c1.p50_ms', (await underLoad({ clients: 1, seconds }, create)).p50Ms);
  const { load: ours, msEach } = await withCpuTime(() => underLoad({ clients: 16, seconds }, create));
  for (const [name, ms] of Object.entries(msEach)) note(`create.c16.cpu_ms_${name}`, ms);
  note('create.c16.per_second', ours.perSecond);
  note('create.c16.raw_per_second', raw.perSecond);
  note('create.c16.ratio', ours.perSecond / raw.perSecond);
}
