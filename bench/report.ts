import { readFileSync, writeFileSync } from 'node:fs';
import type { Conditions } from './conditions.ts';

export type Figures = Record<string, number>;

interface Goal {
  work: string;
  limit: number;
  /** Whether more is better. */
  isFloor?: boolean;
  /** A figure of the same run that shows what the machine can do at all: no more than that is asked. */
  atMost?: string;
}

/** What each figure means, and what it is measured against. */
const goals: Record<string, Goal> = {
  'create.c16.ratio': { work: 'Create a ticket, 16 clients, to the raw transaction', limit: 0.3, isFloor: true },
  'create.c1.p50_ms': { work: 'Create, 1 client, p50 (ms)', limit: 3 },
  'queue.c16.ratio': { work: 'My queue, 50 rows, 16 clients, to the raw list', limit: 0.2, isFloor: true },
  'queue.growth': { work: 'My queue p50 at 1 million tickets to 10 thousand', limit: 1.3 },
  'queue.html.p50_ms': { work: 'My queue as a page at 100 thousand tickets, p50 (ms)', limit: 23 },
  'detail.p50_ms': { work: 'Ticket page query, p50 (ms)', limit: 3.5 },
  'transition.c16.ratio': { work: 'A transition, 16 clients, to the raw transaction', limit: 0.25, isFloor: true },
  'phone.p50_ms': { work: 'Customer by phone at 100 thousand, p50 above an empty query (ms)', limit: 1 },
  'phone.growth': { work: 'Customer by phone p50 at 1 million to 100 thousand', limit: 1.3 },
  'pop.p95_ms': { work: 'Event in to screen pop painted, 200 others subscribed, p95 (ms)', limit: 100 },
  'timer.p99_ms': { work: 'Timer drift with 10 thousand open tickets, p99 (ms)', limit: 1000 },
  'bulk.100k_s': { work: 'One job over 100 thousand open tickets (s)', limit: 300 },
  'designer.key.p95_ms': {
    work: 'A key in a form of 200 fields and 100 rules, to the painted frame, p95 (ms)',
    limit: 50,
  },
  'designer.flow_fps': {
    work: 'Frames a second while a picture of 200 nodes is panned and a node dragged, or as on an empty page',
    limit: 60,
    isFloor: true,
    atMost: 'designer.empty_fps',
  },
  'memory.idle_mb': { work: 'Memory of web and worker, idle (MB)', limit: 250 },
  'memory.loaded_mb': { work: 'Memory of web and worker, loaded (MB)', limit: 600 },
  'start.second_s': { work: 'Second start to first page (s)', limit: 15 },
  'js.workbench_kb': { work: 'First-load JavaScript of the workbench, gzipped (KB)', limit: 250 },
};

const rounded = (value: number): number => Number(value.toPrecision(3));

const askedOf = ({ limit, atMost }: Goal, figures: Figures): number =>
  Math.min(limit, (atMost === undefined ? undefined : figures[atMost]) ?? limit);

function isReached(goal: Goal, value: number, figures: Figures): boolean {
  const asked = askedOf(goal, figures);
  // Two rates that were counted one after the other are the same when they round to the same.
  if (goal.atMost !== undefined) return Math.round(value) >= Math.round(asked);
  return goal.isFloor ? value >= asked : value <= asked;
}

const limitOf = (goal: Goal, figures: Figures): string =>
  `${goal.isFloor ? '≥' : '≤'} ${rounded(askedOf(goal, figures))}`;

/** The figures of an earlier run. */
export const readFigures = (file: string): Figures => JSON.parse(readFileSync(file, 'utf8')) as Figures;

/** How a figure changed, and whether for the worse by more than runs differ anyway. */
function comparison(name: string, value: number, last: number | undefined): Record<string, unknown> {
  if (last === undefined) return {};
  const percent = (value / last - 1) * 100;
  const isWorse = goals[name] && (goals[name].isFloor ? percent < -10 : percent > 10);
  return { before: rounded(last), change: `${percent.toFixed(0)}%`, ...(isWorse && { verdict: 'worse' }) };
}

/** Prints every figure beside its goal, and beside an earlier run's where there are such. */
export function report(figures: Figures, before?: Figures): void {
  const rows = Object.entries(figures).map(([name, value]) => {
    const goal = goals[name];
    return {
      name,
      work: goal?.work ?? '',
      goal: goal ? limitOf(goal, figures) : '',
      measured: rounded(value),
      ...(goal && { reached: isReached(goal, value, figures) ? 'yes' : 'no' }),
      ...comparison(name, value, before?.[name]),
    };
  });
  console.table(rows);
}

/** Writes the figures that have a goal, under their names. */
export function writeFigures(file: string, figures: Figures): void {
  const named = Object.fromEntries(Object.entries(figures).filter(([name]) => name in goals));
  writeFileSync(file, `${JSON.stringify(named, null, 2)}\n`);
}

const [begin, end] = ['<!-- figures -->', '<!-- end of figures -->'];

/** Puts the figures as a table between the page's markers. Throws if it has none. */
export function writePage(file: string, figures: Figures, { date, machine, load }: Conditions): void {
  const page = readFileSync(file, 'utf8');
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} lacks ${begin} and ${end}`);
  const rows = Object.entries(goals).flatMap(([name, goal]) => {
    const value = figures[name];
    if (value === undefined) return [];
    const reached = isReached(goal, value, figures) ? 'yes' : 'no';
    return [`| ${goal.work} | \`${name}\` | ${limitOf(goal, figures)} | ${rounded(value)} | ${reached} |`];
  });
  const beside = Object.entries(figures).flatMap(([name, value]) =>
    name in goals ? [] : [`\`${name}\` ${rounded(value)}`],
  );
  const table = [
    `${date}, ${machine}; load of the machine before the run: ${load.toFixed(1)}.`,
    '',
    '| Work | Name | Goal | Measured | Reached |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...(beside.length > 0 ? [`Beside these: ${beside.join(', ')}.`] : []),
  ];
  writeFileSync(file, `${before}${begin}\n\n${table.join('\n')}\n\n${end}${after}`);
}
