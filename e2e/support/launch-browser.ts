import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** First the one without a window of its own, which takes half the processor time. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The machine's Chromium, or the one that Playwright installed. */
export function chromiumOptions(...args: string[]): LaunchOptions {
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
