// Founds the company of an empty database, as COMPANY_NAME and the settings beside it say, and tells how its administrator
// signs in. Does nothing where there is a company, or none is named.
import { openDatabase } from '@handoff/prisma';
import { systemActor } from '@handoff/core/identity/actor';
import { foundCompany } from '@handoff/core/identity/company/found-company';

const { DATABASE_URL, COMPANY_NAME: name, COMPANY_ZONE, COMPANY_LOCALE, ADMIN_LOGIN, ADMIN_NAME } = process.env;
const loginName = ADMIN_LOGIN || 'admin';
const locale = COMPANY_LOCALE === 'zh' ? 'zh' : 'en';

if (!DATABASE_URL) throw new Error('Set DATABASE_URL=mysql://user:password@host:3306/handoff');
const db = openDatabase(DATABASE_URL, { connections: 2 });
try {
  const company = await db.selectFrom('company').select('name').executeTakeFirst();
  if (company) console.log(`The company is ${company.name}`);
  else if (!name) console.log('No company yet: set COMPANY_NAME to found one');
  else {
    const context = { db, pool: db, actor: systemActor, locale, now: () => new Date(), memo: new Map() } as const;
    const { temporaryPassword } = await foundCompany(context, {
      name,
      zone: COMPANY_ZONE || 'Asia/Shanghai',
      locale,
      administrator: { loginName, name: ADMIN_NAME || loginName },
    });
    console.log(`${name} is founded. Its administrator signs in with ${loginName} and ${temporaryPassword}`);
    console.log('This password is shown once; another one is asked for at the first sign-in.');
  }
} finally {
  await db.destroy();
}
