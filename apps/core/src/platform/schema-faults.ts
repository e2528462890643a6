import type { z } from 'zod';
import { fault, type Fault, type FaultPath } from './fault.ts';
import type { LocalizedText } from './text/localized-text.ts';

type Issue = z.core.$ZodIssue;

const TYPE_NAMES: Record<string, LocalizedText> = {
  string: { en: 'text', zh: '文本' },
  number: { en: 'a number', zh: '数字' },
  int: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  array: { en: 'a list', zh: '列表' },
  object: { en: 'an object', zh: '对象' },
  record: { en: 'an object', zh: '对象' },
};

/** Every issue of a zod error as a fault in words. `input` is what was parsed: it tells missing from wrong. */
export function schemaFaults(error: z.ZodError, input: unknown): Fault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, [], input));
}

function faultsOf(issue: Issue, prefix: FaultPath, input: unknown): Fault[] {
  const path = [...prefix, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], key));
    case 'invalid_union':
      return unionFaults(issue, path, input);
    case 'invalid_type':
      return [valueAt(input, path) === undefined ? missing(path) : wrongType(path, issue.expected)];
    case 'too_small':
      return [tooSmall(path, issue.origin, Number(issue.minimum), issue.inclusive !== false)];
    case 'too_big':
      return [tooBig(path, issue.origin, Number(issue.maximum), issue.inclusive !== false)];
    case 'invalid_value':
      return [notOneOf(path, issue.values.map(String))];
    default:
      return [invalid(path, issue.message)];
  }
}

/** A rule's own message is written in both languages: `in English | 中文`. */
function invalid(path: FaultPath, message: string): Fault {
  const [en = message, zh = '格式不正确'] = message.split(' | ');
  return fault(path, 'invalid', `${name(path)} is not valid: ${en}.`, `${name(path)} 无效:${zh}。`);
}

/** Of the shapes a value may have, the one it came closest to is worth explaining. */
function unionFaults(issue: Extract<Issue, { code: 'invalid_union' }>, path: FaultPath, input: unknown): Fault[] {
  if ('options' in issue && Array.isArray(issue.options)) return [notOneOf(path, issue.options.map(String))];
  const candidates = issue.errors.map((issues) => issues.flatMap((inner) => faultsOf(inner, path, input)));
  const closest = candidates.sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
  if (closest && closest.length > 0) return closest;
  return [fault(path, 'invalid', `${name(path)} has none of the allowed shapes.`, `${name(path)} 的结构不符合要求。`)];
}

function depth(faults: readonly Fault[]): number {
  return Math.max(0, ...faults.map((found) => found.path.length + (found.code === 'unknown_key' ? -1 : 0)));
}

function missing(path: FaultPath): Fault {
  return fault(path, 'missing', `${name(path)} is missing. Add it.`, `缺少 ${name(path)},请补上。`);
}

function unknownKey(path: FaultPath, key: string): Fault {
  return fault(
    path,
    'unknown_key',
    `${key} is not known here. Remove or rename it.`,
    `这里没有 ${key} 这个属性,请删除或改名。`,
  );
}

function wrongType(path: FaultPath, expected: string): Fault {
  const type = TYPE_NAMES[expected] ?? { en: expected, zh: expected };
  return fault(path, 'wrong_type', `${name(path)} must be ${type.en}.`, `${name(path)} 必须是${type.zh}。`);
}

function notOneOf(path: FaultPath, values: readonly string[]): Fault {
  const list = values.join(', ');
  return fault(path, 'not_allowed', `${name(path)} must be one of: ${list}.`, `${name(path)} 只能是以下之一:${list}。`);
}

function tooSmall(path: FaultPath, origin: string, minimum: number, inclusive: boolean): Fault {
  if (isSized(origin)) {
    const unit = unitOf(origin);
    return fault(
      path,
      'too_short',
      `${name(path)} needs at least ${minimum} ${unit.en}.`,
      `${name(path)} 至少需要 ${minimum} ${unit.zh}。`,
    );
  }
  const [en, zh] = inclusive ? ['at least', '不小于'] : ['more than', '大于'];
  return fault(path, 'too_small', `${name(path)} must be ${en} ${minimum}.`, `${name(path)} 必须${zh} ${minimum}。`);
}

function tooBig(path: FaultPath, origin: string, maximum: number, inclusive: boolean): Fault {
  if (isSized(origin)) {
    const unit = unitOf(origin);
    return fault(
      path,
      'too_long',
      `${name(path)} may have at most ${maximum} ${unit.en}.`,
      `${name(path)} 最多 ${maximum} ${unit.zh}。`,
    );
  }
  const [en, zh] = inclusive ? ['at most', '不大于'] : ['less than', '小于'];
  return fault(path, 'too_big', `${name(path)} must be ${en} ${maximum}.`, `${name(path)} 必须${zh} ${maximum}。`);
}

function isSized(origin: string): boolean {
  return origin === 'string' || origin === 'array';
}

function unitOf(origin: string): LocalizedText {
  return origin === 'string' ? { en: 'characters', zh: '个字符' } : { en: 'entries', zh: '项' };
}

function name(path: FaultPath): string {
  return path.length === 0 ? 'definition' : String(path.at(-1));
}

function valueAt(input: unknown, path: FaultPath): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    input,
  );
}
