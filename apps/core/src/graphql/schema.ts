import './localized-text.graphql.ts';
import './errors.graphql.ts';
import './connection.graphql.ts';
import '../identity/agent.graphql.ts';
import '../identity/company.graphql.ts';
import '../identity/role.graphql.ts';
import '../identity/viewer.graphql.ts';
import '../identity/department/department.graphql.ts';
import '../identity/agent/agents.graphql.ts';
import '../identity/role/role-mutations.graphql.ts';
import '../identity/service-group/service-group.graphql.ts';
import '../identity/api-credential/api-credential.graphql.ts';
import '../customer/customer.graphql.ts';
import '../customer/customers.graphql.ts';
import '../ticket-type/ticket-type.graphql.ts';
import '../ticket/ticket.graphql.ts';
import '../ticket/ticket-step.graphql.ts';
import '../ticket/ticket-history.graphql.ts';
import '../ticket/ticket-mutations.graphql.ts';
import '../ticket/tickets.graphql.ts';
import '../sla/sla-clock.graphql.ts';
<<<<<<< HEAD
import '../calendar/calendar.graphql.ts';
import '../audit/audit.graphql.ts';
=======
import '../channel/channel.graphql.ts';
import '../telephony/call.graphql.ts';
import '../telephony/calls.graphql.ts';
import '../presence/presence.graphql.ts';
import '../telephony/call-mutations.graphql.ts';
import '../telephony/call-subscriptions.graphql.ts';
import '../customer/customer-timeline.graphql.ts';
>>>>>>> pages-work
import '../work/notification.graphql.ts';
import './subscriptions.graphql.ts';
import { builder } from './builder.ts';

/** The whole API: every domain adds its types on import. */
export const schema = builder.toSchema();
