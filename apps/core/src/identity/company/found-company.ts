import type { z } from 'zod';
import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../../platform/transaction.ts';
import { writeNotReadyReasons } from '../../presence/reason/write-not-ready-reasons.ts';
import { createAgent } from '../agent/create-agent.ts';
import { superAdminRole } from '../rights.ts';
import { foundCompanyInput } from './company-input.ts';
import { writeBuiltInRoles } from './write-built-in-roles.ts';

const workingWeek = (zone: string): CalendarDefinition => ({
  zone,
  regular: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
  holidays: [],
  special: [],
});

const companyExists = (): ConflictError =>
  new ConflictError('company_exists', {
    en: 'There is a company in this database already. Its administrators make further accounts.',
    zh: '该数据库中已有公司，请由其管理员添加账号。',
  });

/**
 * Makes what a company cannot do without: its name, a root department, the built-in roles, a service calendar, and an
 * administrator who sets up the rest. Returns the administrator's password, which is kept nowhere and has to be changed at
 * the first sign-in. Whoever can reach the database may do it, once. Throws ValidationError, and ConflictError where there is
 * a company.
 */
export async function foundCompany(
  context: Context,
  input: z.input<typeof foundCompanyInput>,
): Promise<{ temporaryPassword: string }> {
  const { name, zone, locale, administrator } = parseInput(foundCompanyInput, input);
  return inTransaction(context, async (context) => {
    const { db } = context;
    const company = await db.selectFrom('company').select('id').forUpdate().executeTakeFirst();
    if (company) throw companyExists();
    const at = { createdAt: context.now(), updatedAt: context.now() };
    const [companyId, departmentId] = [newId(), newId()];
    await db
      .insertInto('company')
      .values({ ...at, id: companyId, name, shortName: name.slice(0, 60), zone, locale })
      .execute();
    await db
      .insertInto('department')
      .values({ ...at, id: departmentId, parentId: null, name, path: `/${departmentId}/` })
      .execute();
    // Two at the same time both found none; the second then waits here, where keys are taken once.
    const roleIds = await writeBuiltInRoles(context).catch((error: unknown) => {
      throw isDuplicateKey(error) ? companyExists() : error;
    });
    const { temporaryPassword } = await createAgent(context, {
      ...administrator,
      departmentId,
      roleIds: [roleIds.get(superAdminRole) ?? ''],
    });
    await db
      .insertInto('calendar')
      .values({
        ...at,
        id: newId(),
        key: 'company',
        name: locale === 'zh' ? '公司服务时间' : 'Company service time',
        definition: JSON.stringify(workingWeek(zone)),
        isDefault: true,
      })
      .execute();
    await writeNotReadyReasons(context);
    await recordAudit(context, {
      action: 'company.founded',
      subjectType: 'company',
      subjectId: companyId,
      changes: { name, zone, locale, administrator: administrator.loginName },
    });
    return { temporaryPassword };
  });
}
