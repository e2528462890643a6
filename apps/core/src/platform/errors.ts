import type { LocalizedText } from './text/localized-text.ts';

/** A rule of the business said no. `code` is for programs, `text` for people, `isRetryable` for both. */
export abstract class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly text: LocalizedText,
    readonly isRetryable = false,
  ) {
    super(text.en);
    this.name = code;
  }
}

/** One fault of an input; `path` fits the input, and so the form. */
export interface Issue {
  path: string[];
  code: string;
  message: LocalizedText;
}

const several: LocalizedText = {
  en: 'Some entries need a change. Nothing was saved.',
  zh: '部分内容需要修改，尚未保存。',
};

export class ValidationError extends DomainError {
  constructor(readonly issues: Issue[]) {
    super('invalid_input', issues.length === 1 && issues[0] ? issues[0].message : several);
  }

  /** A single fault at one field. */
  static at(path: string | string[], code: string, message: LocalizedText): ValidationError {
    return new ValidationError([{ path: typeof path === 'string' ? [path] : path, code, message }]);
  }
}

/** Somebody or something was there first; the caller should look again. `current` is what is there now. */
export class ConflictError extends DomainError {
  constructor(
    code: string,
    text: LocalizedText,
    readonly current: Record<string, unknown> = {},
  ) {
    super(code, text);
  }

  /** The record changed since the caller read it. */
  static stale(version: number): ConflictError {
    return new ConflictError(
      'stale_version',
      {
        en: 'Somebody changed this in the meantime. Your entries are kept: look at what is there now, then save again.',
        zh: '该记录刚被他人修改。您填写的内容已保留，请查看最新内容后再保存。',
      },
      { version },
    );
  }

  /** The same fields were changed to different things; `current.fields` has both sides of each. */
  static sameFields(version: number, fields: readonly object[]): ConflictError {
    return new ConflictError(
      'same_fields',
      {
        en: 'Somebody changed the same in the meantime. Your entries are kept: choose what is to stand.',
        zh: '他人刚修改了相同内容。您填写的内容已保留，请选择保留哪一个。',
      },
      { version, fields },
    );
  }
}

export class NotPermittedError extends DomainError {
  /** `text` where it is not a role that grants it. */
  constructor(
    readonly permission: string,
    text: LocalizedText = {
      en: `This needs the right "${permission}". An administrator can grant it under Roles.`,
      zh: `此操作需要“${permission}”权限，可由管理员在角色中授予。`,
    },
  ) {
    super('not_permitted', text);
  }
}

/** What one may not see does not exist, so this is also said of a record outside the caller's scope. */
export class NotFoundError extends DomainError {
  constructor(readonly record: string) {
    super('not_found', {
      en: `There is no such ${record}, or it is outside your data scope.`,
      zh: `找不到该记录（${record}），或不在您的数据范围内。`,
    });
  }
}
