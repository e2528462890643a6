import { loadCompany } from '@handoff/core/identity/company/load-company';
import { contextOf } from '~/graphql/context.server.ts';

/** The IANA zone in which the company's days begin and end. */
export const companyZone = async (request: Request) => (await loadCompany(await contextOf(request))).zone;
