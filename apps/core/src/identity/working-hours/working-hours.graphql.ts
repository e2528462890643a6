import { Calendar } from '../../calendar/calendar.graphql.ts';
import { builder } from '../../graphql/builder.ts';
import { Agent, ServiceGroup } from '../agent.graphql.ts';

builder.objectField(Agent, 'calendar', (t) =>
  t.field({
    type: Calendar,
    nullable: true,
    description: 'The working hours; null follows the group whose work it is.',
    resolve: (agent) => agent.calendarId,
  }),
);

builder.objectField(ServiceGroup, 'calendar', (t) =>
  t.field({
    type: Calendar,
    nullable: true,
    description: 'The working hours of members who have none of their own; null is always.',
    resolve: (group) => group.calendarId,
  }),
);

builder.objectField(ServiceGroup, 'afterHoursGroup', (t) =>
  t.field({
    type: ServiceGroup,
    nullable: true,
    description: 'Who has the calls that come outside the working hours; null lets them wait.',
    resolve: (group) => group.afterHoursGroupId,
  }),
);
