import { chromium, type Browser, type BrowserServer } from 'playwright-core';
import { chromiumOptions } from './launch-browser.ts';

let ofTheLane: Promise<BrowserServer> | undefined;

/** A page of a spec is gone before what V8 compiles for speed would pay. */
const withoutOptimising = '--js-flags=--no-maglev --no-opt';

/** The Chromium of this lane, which all its specs share; who closes it closes what they opened in it. */
export async function openBrowser(): Promise<Browser> {
  ofTheLane ??= chromium.launchServer(chromiumOptions(withoutOptimising));
  return chromium.connect((await ofTheLane).wsEndpoint());
}
