import { handoffUrl } from '@handoff/e2e/support/instance.ts';
import type { Integrator } from '@handoff/e2e/support/integrator.ts';
import { milliseconds, type Verdict } from '../verdict.ts';

const mostMilliseconds = 50;
const tries = 20;

const repeat = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const kilobytes = (count: number): string => 'x'.repeat(count * 1024);

/** Operations that would cost much to validate or to run, each of which must be refused at once. */
const operations: Record<string, string> = {
  'a fragment that spreads itself': '{ ...F } fragment F on Query { ...F }',
  'a circle of 300 fragments': `{ ...F0 } ${repeat(300, (at) => `fragment F${at} on Query { ...F${(at + 1) % 300} }`)}`,
  'fragments that double 300 times': `{ ...F0 } ${repeat(300, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F300 on Query { viewer { mustChangePassword } }`,
  '600 levels': `${'{ viewer '.repeat(600)}${'}'.repeat(600)}`,
  '1,300 aliases': `{ ${repeat(1_300, (at) => `a${at}: viewer`)} }`,
  '3,900 times the same field': `{ ${'viewer '.repeat(3_900)} }`,
  '30,000 words': `{ ${'viewer '.repeat(30_000)} }`,
  'a megabyte of comment': `# ${kilobytes(1024)}\n{ viewer { mustChangePassword } }`,
  'a megabyte of fields': `{ ${'viewer '.repeat(150_000)} }`,
  'a megabyte of one word': `{ ${kilobytes(1024)} }`,
  'lists within lists': '{ serviceGroups { members { serviceGroups { members { serviceGroups { id } } } } } }',
  'the schema, where GraphiQL is off': '{ __schema { types { name } } }',
};

/** Sends each several times; the median is judged, since the slowest one also tells what else the machine did. */
export async function measureRefusals(admin: Integrator): Promise<Verdict> {
  const verdict: Verdict = { rows: [], faults: [] };
  for (const [operation, query] of Object.entries(operations)) {
    const times: number[] = [];
    let answer = '';
    for (let at = 0; at < tries; at++) {
      // Another text each time, so that no answer is remembered.
      const since = performance.now();
      const response = await admin.post({ query: `${query} #${at}` });
      answer = await response.text();
      times.push(milliseconds(since));
    }
    const code = /"code":"(\w+)"/.exec(answer)?.[1] ?? 'none';
    const sorted = times.toSorted((a, b) => a - b);
    const median = sorted[tries / 2] ?? 0;
    verdict.rows.push({ operation, code, median, slowest: sorted.at(-1) });
    if (code === 'none') verdict.faults.push(`${operation}: was not refused`);
    if (median > mostMilliseconds) verdict.faults.push(`${operation}: took ${median} ms to refuse`);
  }
  const page = await fetch(`${handoffUrl()}/graphql`, { headers: { accept: 'text/html' } });
  if ((await page.text()).includes('GraphiQL')) verdict.faults.push('GraphiQL is shown though it is off');
  return verdict;
}
