/** Puts a value into parsed JSON at a dotted path. */
export function plant(target: unknown, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.');
  if (typeof target !== 'object' || target === null) throw new Error(`nothing at ${path}`);
  if (rest.length === 0) Reflect.set(target, first, value);
  else plant(Reflect.get(target, first), rest.join('.'), value);
}
