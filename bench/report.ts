import { readFileSync, writeFileSync } from 'node:fs';

export type Figures = Record<string, number>;

interface Goal {
  work: string;
  limit: number;
  /** Whether more is better. */
  isFloor?: boolean;
}

/** What each figure means, and what it is measured against. */
const goals: Record<string, Goal> = {
  'create.c16.ratio': { work: 'Create a ticket, 16 clients, to the raw transaction', limit: 0.3, isFloor: true },
  'create.c1.p50_ms': { work: 'Create, 1 client, p50 (ms)', limit: 3 },
  'queue.c16.ratio': { work: 'My queue, 50 rows, 16 clients, to the raw list', limit: 0.2, isFloor: true },
  'queue.growth': { work: 'My queue p50, most tickets to 10 thousand', limit: 1.3 },
  'queue.html.p50_ms': { work: 'My queue as a page at 100 thousand tickets, p50 (ms)', limit: 23 },
  'detail.p50_ms': { work: 'Ticket page query, p50 (ms)', limit: 3.5 },
  'transition.c16.ratio': { work: 'A transition, 16 clients, to the raw transaction', limit: 0.25, isFloor: true },
  'phone.p50_ms': { work: 'Customer by phone at 100 thousand, p50 above an empty query (ms)', limit: 1 },
  'phone.growth': { work: 'Customer by phone, most customers to 100 thousand', limit: 1.3 },
  'pop.p95_ms': { work: 'Event in to screen pop painted, 200 others subscribed, p95 (ms)', limit: 100 },
  'timer.p99_ms': { work: 'Timer drift, p99 (ms)', limit: 1000 },
  'memory.idle_mb': { work: 'Memory of web and worker, idle (MB)', limit: 250 },
  'memory.loaded_mb': { work: 'Memory of web and worker, loaded (MB)', limit: 600 },
  'start.second_s': { work: 'Second start to first page (s)', limit: 15 },
  'js.workbench_kb': { work: 'First-load JavaScript of the workbench, gzipped (KB)', limit: 250 },
};

const rounded = (value: number): number => Number(value.toPrecision(3));

/** Prints every figure beside its goal, and beside the last run's where one is given. */
export function report(figures: Figures, compareTo?: string): void {
  const before = compareTo ? (JSON.parse(readFileSync(compareTo, 'utf8')) as Figures) : {};
  const rows = Object.entries(figures).map(([name, value]) => {
    const goal = goals[name];
    const reached = goal && (goal.isFloor ? value >= goal.limit : value <= goal.limit);
    const last = before[name];
    return {
      name,
      work: goal?.work ?? '',
      goal: goal ? `${goal.isFloor ? '≥' : '≤'} ${goal.limit}` : '',
      measured: rounded(value),
      ...(goal && { reached: reached ? 'yes' : 'no' }),
      ...(last !== undefined && { before: rounded(last), change: `${rounded((value / last - 1) * 100)}%` }),
    };
  });
  console.table(rows);
}

export function writeFigures(file: string, figures: Figures): void {
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}
