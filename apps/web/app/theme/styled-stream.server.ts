import { Transform, type TransformCallback } from 'node:stream';
import type { EmotionCache } from '@emotion/cache';

interface NewRule {
  name: string;
  isGlobal: boolean;
}

/** React 18 fills a chunk up with zero bytes where its next character doesn't fit; browsers show them as �. */
function withoutPadding(chunk: Buffer): Buffer {
  let end = chunk.length;
  while (end > 0 && chunk[end - 1] === 0) end -= 1;
  return chunk.subarray(0, end);
}

/**
 * Passes React's HTML on and puts Emotion's rules before the markup that needs them: those of the shell at the end
 * of the head, those of what streams in later before it. React calls `flush` where the HTML can be cut.
 */
export class StyledStream extends Transform {
  private pending: Buffer[] = [];
  private fresh: NewRule[] = [];
  private isHeadSent = false;

  constructor(private readonly cache: EmotionCache) {
    super();
    cache.compat = true;
    const insert = cache.insert;
    cache.insert = (selector, serialized, sheet, shouldCache) => {
      if (cache.inserted[serialized.name] === undefined) {
        this.fresh.push({ name: serialized.name, isGlobal: selector === '' });
      }
      return insert(selector, serialized, sheet, shouldCache);
    };
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
    this.pending.push(withoutPadding(chunk));
    done();
  }

  override _flush(done: TransformCallback) {
    this.flush();
    done();
  }

  flush() {
    if (this.pending.length === 0) return;
    const html = Buffer.concat(this.pending).toString('utf8');
    this.pending = [];
    this.push(
      this.isHeadSent ? this.takeStyles() + html : html.replace('</head>', () => `${this.takeStyles()}</head>`),
    );
    this.isHeadSent = true;
  }

  private takeStyles() {
    const rules = this.fresh.flatMap((rule) => {
      const css = this.cache.inserted[rule.name];
      return typeof css === 'string' ? [{ ...rule, css }] : [];
    });
    this.fresh = [];
    const globals = rules
      .filter((rule) => rule.isGlobal)
      .map((rule) => `<style data-emotion="${this.cache.key}-global ${rule.name}">${rule.css}</style>`);
    const scoped = rules.filter((rule) => !rule.isGlobal);
    if (scoped.length === 0) return globals.join('');
    const names = scoped.map((rule) => rule.name).join(' ');
    const css = scoped.map((rule) => rule.css).join('');
    return `${globals.join('')}<style data-emotion="${this.cache.key} ${names}">${css}</style>`;
  }
}
