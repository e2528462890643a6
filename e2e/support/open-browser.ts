import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';

/** First the one without a window of its own, which takes half the processor time. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The machine's Chromium, or the one that Playwright installed. */
function chromiumOptions(...args: string[]): LaunchOptions {
  // Chromium's sandbox refuses to run for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath: findChromium(), args: [...sandbox, ...args] };
}

/** Opens a Chromium as people have it. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(chromiumOptions());

function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

let ofTheLane: Promise<Browser> | undefined;

/** A page of a spec is gone before what V8 compiles for speed would pay. */
const withoutOptimising = '--js-flags=--no-maglev --no-opt';

/** The Chromium of this lane, which all its specs share; who closes it closes what they opened in it. */
export async function openBrowser(): Promise<Browser> {
  ofTheLane ??= chromium.launch(chromiumOptions(withoutOptimising));
  const shared = await ofTheLane;
  const opened: BrowserContext[] = [];
  const own: Pick<Browser, 'newContext' | 'close'> = {
    async newContext(options) {
      const context = await shared.newContext(options);
      opened.push(context);
      return context;
    },
    async close() {
      await Promise.all(opened.map((context) => context.close()));
    },
  };
  return Object.assign(Object.create(shared) as Browser, own);
}
