import { Follower } from '@handoff/e2e/support/follow.ts';
import { browseAs, openPage } from '@handoff/e2e/support/browse.ts';
import { agentIds, withToken } from '@handoff/e2e/support/integrator.ts';
import { launchBrowser } from '@handoff/e2e/support/open-browser.ts';
import { becomeReady, endAllCalls, newNumber, ringIn } from '@handoff/e2e/support/phone.ts';
import { percentile } from '../measure.ts';
import type { Measuring } from '../measuring.ts';

const others = 200;
const rings = 25;
const callEvents = 'subscription { callEvents { eventId kind call { id status } } }';

/** From the instant at which a call's event comes in to the painted card in an agent's browser, beside 200 others who follow calls. */
export async function measurePop({ db, company: { admin }, note }: Measuring): Promise<void> {
  const ids = [...(await agentIds(admin))].filter(([login]) => login !== 'li.na');
  const tokens = await Promise.all(ids.map(([, id]) => withToken(admin, id)));
  const followers = await Promise.all(
    Array.from({ length: others }, (_, index) => {
      const token = tokens[index % tokens.length];
      if (!token) throw new Error('nobody to subscribe');
      return Follower.start(token, callEvents);
    }),
  );
  const browser = await launchBrowser();
  try {
    const context = await browseAs(browser, 'li.na');
    const page = await context.newPage();
    await openPage(page, '/workbench');
    await endAllCalls(admin);
    await becomeReady(page);
    const card = page.locator('.ringing');
    const sample: number[] = [];
    for (let turn = 0; turn < rings; turn++) {
      const painted = page.evaluate(paintedAt, '.ringing');
      await ringIn(admin, { customerNumber: newNumber(), agent: 'li.na' });
      const at = await painted;
      const event = await db
        .selectFrom('event')
        .select('at')
        .where('kind', '=', 'call.ringing')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow();
      sample.push(at - event.at.getTime());
      await endAllCalls(admin);
      await card.waitFor({ state: 'detached' });
    }
    note('pop.p50_ms', percentile(sample, 0.5));
    note('pop.p95_ms', percentile(sample, 0.95));
  } finally {
    await browser.close();
    for (const follower of followers) follower.stop();
  }
}

/**
 * In the page: resolves with the time (ms of the epoch) of the first frame after such an element has come. It has no
 * function with a name, since the loader of TypeScript marks those by a helper that pages lack.
 */
const paintedAt = (selector: string): Promise<number> =>
  new Promise((resolve) => {
    new MutationObserver((_records, observer) => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
    }).observe(document.body, { childList: true, subtree: true });
  });
