import { expect, it } from 'vitest';
import { describeRole } from './built-in-roles.ts';

const manager = { key: 'manager', description: null, isBuiltIn: true };

it('describes a built-in role in the language of its reader, until somebody writes another description', () => {
  expect(describeRole(manager, 'en')).toBe('Oversees the people who report to them, and their department.');
  expect(describeRole(manager, 'zh')).toMatch(/下属/);
  expect(describeRole({ ...manager, description: 'Ours' }, 'zh')).toBe('Ours');
});

it('says nothing of a role that somebody made', () => {
  expect(describeRole({ ...manager, isBuiltIn: false }, 'en')).toBeNull();
  expect(describeRole({ key: 'own', description: null, isBuiltIn: true }, 'en')).toBeNull();
});
