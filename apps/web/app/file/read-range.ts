/** Both ends are included. */
export interface ByteRange {
  start: number;
  end: number;
}

const written = /^bytes=(\d*)-(\d*)$/;

/**
 * The one range that a `Range` header asks for of `size` bytes (RFC 9110, section 14.1.2). Null where the whole file is
 * to be sent: there is no header, or it asks for several ranges or in another unit.
 */
export function readRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = written.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const start = Math.max(0, size - Number(last));
    return Number(last) === 0 || size === 0 ? 'unsatisfiable' : { start, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}
