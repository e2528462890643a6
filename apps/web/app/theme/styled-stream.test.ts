import { text } from 'node:stream/consumers';
import createCache from '@emotion/cache';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { StyledStream } from './styled-stream.server.ts';

async function htmlOf(titles: string[]): Promise<string> {
  const body = new StyledStream(createCache({ key: 'css' }));
  const lines = titles.map((title) => createElement('p', { key: title, title }, title));
  const { pipe } = renderToPipeableStream(createElement('main', null, lines), { onShellReady: () => pipe(body) });
  return text(body);
}

describe('a page that is streamed', () => {
  it('keeps every Chinese character whole, wherever React cuts its chunks', async () => {
    const titles = Array.from({ length: 400 }, (_, place) => `${'a'.repeat(place % 3)}修改“工作台”${place}`);
    const html = await htmlOf(titles);
    expect(html).not.toContain('\0');
    expect(html).toBe(`<main>${titles.map((title) => `<p title="${title}">${title}</p>`).join('')}</main>`);
  });
});
