import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);
const app = new URL('../', import.meta.url);
const namespaces = readdirSync(new URL('en/', folder)).map((file) => file.replace('.json', ''));

function flatten(texts: unknown, prefix = ''): string[] {
  if (typeof texts !== 'object' || texts === null) return [prefix];
  return Object.entries(texts).flatMap(([key, value]) => flatten(value, prefix ? `${prefix}.${key}` : key));
}

function keysOf(language: string, namespace: string) {
  const texts: unknown = JSON.parse(readFileSync(new URL(`${language}/${namespace}.json`, folder), 'utf8'));
  return [...new Set(flatten(texts).map((key) => key.replace(/_(one|other)$/, '')))].sort();
}

const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(new URL(file, app), 'utf8'))
  .join('\n');

/** A key counts as used when it is written out, or when a template writes the part before its last word. */
function isUsed(key: string) {
  if (new RegExp(`['":]${key.replaceAll('.', '\\.')}['"]`).test(sources)) return true;
  const words = key.split('.');
  return words.some((_, place) => place > 0 && sources.includes(`${words.slice(0, place).join('.')}.\${`));
}

it('has the same namespaces in both languages', () => {
  expect(readdirSync(new URL('zh/', folder)).map((file) => file.replace('.json', ''))).toEqual(namespaces);
});

it.each(namespaces)('%s has the same keys in both languages', (namespace) => {
  expect(keysOf('zh', namespace)).toEqual(keysOf('en', namespace));
});

it.each(namespaces)('%s has no key that nothing uses', (namespace) => {
  expect(keysOf('en', namespace).filter((key) => !isUsed(key))).toEqual([]);
});
