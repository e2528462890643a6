import { browseAs, openPage } from '@handoff/e2e/support/browse.ts';
import { launchBrowser } from '@handoff/e2e/support/open-browser.ts';
import { makeBigType } from '../big-type.ts';
import { percentile } from '../measure.ts';
import type { Measuring } from '../measuring.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof browseAs>>['newPage']>>;
type Locator = ReturnType<Page['locator']>;

const presses = 100;
/** The first two come and go with what ten rules ask for. */
const letters = ['x', 'Backspace', 'y', 'Backspace'];
const watchMs = 4_000;

/** A form of 200 fields with 100 rules while somebody types in it, and a picture of 200 nodes while it is moved. */
export async function measureDesigners({ company: { admin }, note }: Measuring): Promise<void> {
  const { typeId, draftId } = await makeBigType(admin, 200, 100, 200);
  const browser = await launchBrowser();
  try {
    const page = await (await browseAs(browser, 'admin')).newPage();
    const draft = `/ticket-types/drafts/${encodeURIComponent(draftId)}`;
    await openPage(page, `/tickets/new?type=${encodeURIComponent(typeId)}`);
    const inForm = await typeInto(page, page.getByRole('textbox', { name: 'Field 0', exact: true }));
    await openPage(page, `${draft}/form`);
    const preview = page.getByRole('region', { name: 'Preview' });
    const inPreview = await typeInto(page, preview.getByRole('textbox', { name: 'Field 0', exact: true }));
    note('designer.key.p95_ms', Math.max(inForm, inPreview));
    note('designer.key_form.p95_ms', inForm);
    note('designer.key_preview.p95_ms', inPreview);

    const blank = await page.context().newPage();
    const empty = await whileMoving(blank, { x: 700, y: 450 }, 'body');
    await blank.close();
    await openPage(page, `${draft}/flow`);
    await page.locator('[role=treeitem][aria-level="1"]').nth(199).waitFor();
    await page.locator('.react-flow__node').first().waitFor();
    await zoomIn(page);
    const panned = await whileMoving(page, await freePlace(page), '.react-flow__pane.dragging');
    const dragged = await whileMoving(page, await middleNode(page), '.react-flow__node.dragging');
    note('designer.flow_fps', Math.min(panned.perSecond, dragged.perSecond));
    note('designer.empty_fps', empty.perSecond);
    note('designer.pan.p95_frame_ms', panned.p95Ms);
    note('designer.drag.p95_frame_ms', dragged.p95Ms);
    note('designer.empty.p95_frame_ms', empty.p95Ms);
  } finally {
    await browser.close();
  }
}

/** Milliseconds from a key's event to the frame that is painted after it, p95. */
async function typeInto(page: Page, field: Locator): Promise<number> {
  await field.click();
  await page.evaluate(noteKeys);
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press(letters[press % letters.length] ?? 'x');
    await page.waitForTimeout(100);
  }
  return percentile(await page.evaluate(() => (window as unknown as { keyed: number[] }).keyed), 0.95);
}

/** In the page: keeps how long each key took until the next frame was painted. It has no function with a name. */
const noteKeys = (): void => {
  const held = window as unknown as { keyed: number[] };
  held.keyed = [];
  document.addEventListener(
    'keydown',
    (event) => requestAnimationFrame(() => setTimeout(() => held.keyed.push(performance.now() - event.timeStamp))),
    { capture: true },
  );
};

interface Frames {
  perSecond: number;
  p95Ms: number;
}

/** Frames while the button is held at a place and the pointer goes round it; `moved` is what has to be on its way then. */
async function whileMoving(page: Page, { x, y }: { x: number; y: number }, moved: string): Promise<Frames> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y + 8, { steps: 4 });
  await page.evaluate(noteFrames);
  const began = performance.now();
  for (let turn = 0; performance.now() - began < watchMs; turn += 1) {
    await page.mouse.move(x + 120 * Math.sin(turn / 20), y + 90 * Math.cos(turn / 20));
  }
  const times = await page.evaluate(() => (window as unknown as { framed: number[] }).framed);
  if ((await page.locator(moved).count()) === 0) throw new Error(`nothing like ${moved} was moved`);
  await page.mouse.up();
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  return { perSecond: gaps.length / seconds, p95Ms: percentile(gaps, 0.95) };
}

/** In the page: keeps the time of each frame. */
const noteFrames = (): void => {
  const held = window as unknown as { framed: number[]; frame: (time: number) => void };
  held.framed = [];
  held.frame = (time) => {
    held.framed.push(time);
    requestAnimationFrame(held.frame);
  };
  requestAnimationFrame(held.frame);
};

/** As near as one works: at a fit of 200 nodes nothing can be read. */
async function zoomIn(page: Page): Promise<void> {
  const { x, y } = await centreOf(page.locator('.react-flow'));
  await page.mouse.move(x, y);
  for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, -120);
  await page.waitForTimeout(500);
  const look = (await page.locator('.react-flow__viewport').getAttribute('style')) ?? '';
  const scale = Number(/scale\(([\d.]+)\)/.exec(look)?.[1]);
  if (!(scale > 0.5)) throw new Error(`the picture is drawn at ${scale}`);
}

async function centreOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('the picture is not there');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const freePlace = async (page: Page): Promise<{ x: number; y: number }> => {
  const { x, y } = await centreOf(page.locator('.react-flow'));
  return { x: x - 220, y };
};

/** A node in the middle of what is seen. */
async function middleNode(page: Page): Promise<{ x: number; y: number }> {
  const view = await centreOf(page.locator('.react-flow'));
  const nodes = await Promise.all((await page.locator('.react-flow__node').all()).map(centreOf));
  const far = (at: { x: number; y: number }): number => Math.hypot(at.x - view.x, at.y - view.y);
  const [nearest] = nodes.toSorted((one, other) => far(one) - far(other));
  if (!nearest) throw new Error('no node is seen');
  return nearest;
}
