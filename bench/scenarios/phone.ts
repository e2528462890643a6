import { benchNumber } from '../bulk-data.ts';
import type { Measuring } from '../measuring.ts';
import { underLoad, type Load } from '../measure.ts';

const query = `query ($phone: String!) { customers(first: 5, filter: { phone: $phone }) {
  edges { node { id name } } } }`;

/** Finds the customer of a number, as a screen pop does; what an empty query takes is the network's, not the search's. */
export async function measurePhone({ company, seconds, most, note }: Measuring): Promise<void> {
  const { works } = company.agent;
  const find = (): Promise<Load> =>
    underLoad({ clients: 1, seconds }, async () => {
      const phone = benchNumber(1 + Math.floor(Math.random() * company.customers));
      const { customers } = await works.query<{ customers: { edges: unknown[] } }>(query, { phone });
      if (customers.edges.length !== 1) throw new Error(`${customers.edges.length} customers have ${phone}`);
    });

  await company.growCustomers(Math.min(100_000, most.customers));
  const nothing = await underLoad({ clients: 1, seconds }, () => works.query('{ __typename }'));
  const few = (await find()).p50Ms - nothing.p50Ms;
  await company.growCustomers(most.customers);
  const many = (await find()).p50Ms - nothing.p50Ms;
  note('phone.empty_query_p50_ms', nothing.p50Ms);
  note('phone.p50_ms', few);
  note('phone.growth', many / few);
}
