import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from './schema.ts';

/*
 * Records reach callers through the one loader of their type, which holds the access rule (`recordType`). A resolver that
 * takes no context can't read anything itself: it hands an id to that loader, or shows a column of a record that came
 * through one. Whatever takes the context can read past the loaders, so it is named here with the rule that it keeps.
 */

/** Who may see the records of a type: the rule in its loader. */
const recordRules: Record<string, string> = {
  Agent: 'every colleague; phone and last sign-in only to the agent and who manages agents',
  ApiCredential: "credential.manage: one's own; with agent.manage everybody's",
  AuditEntry: 'audit.read',
  Calendar: 'every colleague',
  Call: 'callsInReach',
  Channel: 'channel.manage; secret settings never',
  Customer: 'customersInReach',
  Department: 'every colleague',
  Disposition: 'every colleague',
  ExtensionRequest: 'ticketsInReach of its ticket',
  ExternalForm: 'external_form.manage; those in use also external_form.send',
  ExternalFormLink: "external_form.manage; with external_form.send one's own",
  Field: 'ticket_type.manage',
  HolidayList: 'every colleague',
  Macro: "inReach of macros: one's own and what is shared with one",
  NotReadyReason: 'every colleague',
  Job: "jobsInReach: one's own, and with job.oversee those of the people in scope",
  Notification: 'whoever it is for',
  NotificationDelivery: 'channel.manage; its ticket through its loader',
  QuickReply: "inReach of quick replies: one's own and what is shared with one",
  Parameter: 'every colleague',
  ParameterOption: 'every colleague',
  Recording: 'callsInReach of its call',
  Role: 'every colleague',
  SavedView: "viewsInReach: one's own and what is shared with one",
  ServiceGroup: 'every colleague',
  ServiceTemplate: 'every colleague',
  Tag: 'every colleague',
  Ticket: 'ticketsInReach',
  TicketType: 'every colleague',
  TicketTypeDraft: 'ticket_type.manage',
  TicketTypeTest: 'ticket_type.manage',
  TicketTypeVersion: 'every colleague',
  TimeScheme: 'every colleague',
  Trigger: 'trigger.manage',
  TriggerRun: 'trigger.manage, and the ticket in ticketsInReach',
};

/** Every way in, and every resolver that could read past a loader. */
const fieldRules: Record<string, string> = {
  // Ways in.
  'Query.agents': 'every colleague',
  'Query.apiCredentials': 'credentialsInReach in the query',
  'Query.assignees': 'ticket_type.manage; colleagues, through their loader',
  'Query.auditEntries': 'audit.read in the query',
  'Query.calendarPreview': 'every colleague; computes',
  'Query.calendars': 'every colleague',
  'Query.calls': 'callsInReach in the query',
  'Query.carriers': 'every colleague; names alone',
  'Query.channels': 'channel.manage',
  'Query.company': 'its names, zone and language are no secret',
  'Query.currentCall': "the id of the viewer's own call, to the loader",
  'Query.customerFields': 'what customers are asked for, which every colleague may see',
  'Query.customerFilterFields': 'what customers are asked for, which every colleague may see',
  'Query.customerForm': 'what customers are asked for, which every colleague may see',
  'Query.customers': 'customersInReach in the query',
  'Query.departments': 'every colleague',
  'Query.dispositions': 'every colleague',
  'Query.extensionRequestsToDecide': 'ticketsInReach in the query',
  'Query.exportColumns': 'ticket.export or customer.export',
  'Query.externalFormChallenge': 'whoever has the token; no record',
  'Query.externalFormPage': 'whoever has the token: the chosen fields and words of an open form, nothing of its type',
  'Query.externalForms': 'externalFormsInReach in the query',
  'Query.fields': 'ticket_type.manage',
  'Query.holidayLists': 'every colleague',
  'Query.holidayRegions': 'calendar.manage; no record',
  'Query.jobs': 'jobsInReach in the query',
  'Query.macros': 'inReach in the query',
  'Query.newTicketTypeDrafts': 'ticket_type.manage',
  'Query.node': 'to the loader of the type',
  'Query.nodes': 'to the loader of the type',
  'Query.notReadyReasons': 'every colleague',
  'Query.notificationDeliveries': 'channel.manage in the query',
  'Query.notificationRules': 'every colleague; which channels there are for which kinds, no record',
  'Query.notifications': "the viewer's own, in the query",
  'Query.notifierChannels': 'every colleague; names alone',
  'Query.parameter': 'every colleague',
  'Query.parameters': 'every colleague',
  'Query.permissions': 'the list of rights that there are, not who has them',
  'Query.placeholders': 'the list that there is; no record',
  'Query.plugins': 'channel.manage',
  'Query.presence': "the viewer's own",
  'Query.presences': 'presence.read in the query',
  'Query.queueStatus': "counts of the viewer's own groups",
  'Query.quickReplies': 'inReach in the query',
  'Query.roles': 'every colleague',
  'Query.savedViews': 'viewsInReach in the query',
  'Query.serviceGroups': 'every colleague',
  'Query.serviceTemplates': 'every colleague',
  'Query.systemStatus': 'whether the product is at work; no record',
  'Query.tags': 'every colleague',
  'Query.ticket': 'an id, to the loader',
  'Query.slaPreview': 'ticket_type.manage; computes',
  'Query.ticketFilterSteps': 'every colleague; the steps that flows have, no ticket',
  'Query.ticketFilterFields': 'every colleague; the fields that forms have, no answer',
  'Query.ticketTypeSchema': 'the same for everybody; no record',
  'Query.ticketTypes': 'every colleague',
  'Query.tickets': 'ticketsInReach in the query',
  'Query.timeSchemes': 'every colleague',
  'Query.triggerRuns': 'trigger.manage, and the ticket in ticketsInReach, in the query',
  'Query.triggers': 'trigger.manage',
  'Query.viewer': 'the caller',
  'Subscription.callEvents': "the viewer's own and their groups', asked for each event",
  'Subscription.jobEvents': "the viewer's own",
  'Subscription.notifications': "the viewer's own",
  'Subscription.presence': 'presence.read, asked for each event',
  'Subscription.ticketEvents': 'ticketsInReach, asked for each event',

  // Of a record that came through its loader.
  'AddCustomerFieldSuccess.customerField': 'customer_field.manage',
  'UpdateCustomerFieldSuccess.customerField': 'customer_field.manage',
  'Agent.lastLoginAt': 'the agent and agent.manage',
  'Agent.phone': 'the agent and agent.manage',
  'Agent.roles': 'ids, to the loader',
  'Agent.serviceGroups': 'ids, to the loader',
  'BacktestResult.because': 'covered as on the ticket',
  'Call.capabilities': 'what the telephone system of a call that may be seen can do',
  'Call.dispositionLabel': 'of a call that may be seen',
  'Call.dispositions': 'every colleague',
  'Call.isDispositionRequired': 'of a call that may be seen',
  'Call.legs': 'of a call that may be seen',
  'Call.track': 'of a call that may be seen',
  'CallReport.agent': 'an id, to the loader',
  'Call.openTickets': 'ticketsInReach in the query',
  'Call.recordings': 'whoever may see the call may see its recordings',
  'Call.mayNoteService': 'computes for the viewer',
  'Call.serviceRecord': 'of a call that may be seen',
  'Call.serviceTemplate': 'every colleague',
  'Call.talkSeconds': 'computes from the call and the clock',
  'Call.waitedSeconds': 'computes from the call and the clock',
  'CallNumber.national': 'customer.reveal',
  'Calendar.year': 'computes from a calendar that every colleague may see',
  'Channel.failedActions': 'of a channel that may be seen',
  'Channel.plugin': 'of a channel that may be seen',
  'Channel.secretsSet': 'which secrets are set, never what they are',
  'ExtensionRequest.mayDecide': 'computes for the viewer',
  'ExtensionRequest.mayWithdraw': 'computes for the viewer',
  'Customer.answers': 'of a customer who may be seen; contact details in full with customer.reveal',
  'Customer.email': 'customer.reveal',
  'Customer.identities': 'of a customer who may be seen',
  'Customer.phones': 'of a customer who may be seen; in full with customer.reveal',
  'Customer.tags': 'of a customer who may be seen',
  'Customer.timeline': 'callsInReach and ticketsInReach in the query; the rest is of the customer',
  'CustomerChange.changes': 'contact details in full with customer.reveal',
  'Department.memberCount': 'a count that every colleague may know',
  'ExternalForm.faults': 'of a form that may be seen',
  'ExternalForm.links': 'linksInReach in the query',
  'ExternalForm.offeredFields': 'every colleague, as ticket types',
  'ExternalFormLink.path': 'of a link that may be seen',
  'ExternalFormLink.state': 'of a link that may be seen',
  'Field.recordCount': 'a count that whoever manages ticket types may know',
  'Field.uses': 'of a field that may be seen',
  'HolidayList.calendars': 'ids, to the loader',
  'Job.actions': 'computes for the viewer',
  'Job.file': 'whoever asked for the job',
  'Job.reasons': 'of a job that may be seen',
  'Job.rows': 'of a job that may be seen; its tickets through their loader',
  'Macro.groups': 'of a macro that may be seen',
  'Macro.mayChange': 'computes for the viewer',
  'Macro.preview': 'ticketsInReach, and what the viewer may do to the ticket',
  'Parameter.options': 'every colleague',
  'PresenceEvent.presence': 'of an event that the subscriber may see',
  'QuickReply.filled': 'ticketsInReach; the customer by customersInReach',
  'QuickReply.groups': 'of a quick reply that may be seen',
  'QuickReply.mayChange': 'computes for the viewer',
  'Role.grants': 'every colleague; what roles allow is no secret',
  'Role.memberCount': 'a count that every colleague may know',
  'SavedView.groups': 'ids, to the loader',
  'SavedView.isOwn': 'computes for the viewer',
  'SavedView.mayChange': 'computes for the viewer',
  'SavedView.totalCount': "the list's own rule in the query",
  'ServiceTemplate.customerTypes': 'every colleague',
  'ServiceTemplate.groups': 'every colleague',
  'SetNotificationRulesSuccess.rules': 'as Query.notificationRules',
  'ServiceGroup.dispositions': 'every colleague',
  'ServiceGroup.members': 'ids, to the loader',
  'ServiceGroup.skills': 'every colleague',
  'Session.isCurrent': "of the viewer's own session",
  'SetPresenceSuccess.presence': "the viewer's own",
  'UpdateCompanySuccess.company': 'as Query.company',
  'Tag.isOffered': 'of tags, which every colleague may see',
  'Tag.path': 'of tags, which every colleague may see',
  'Tag.customerCount': 'a count that every colleague may know',
  'Tag.ticketCount': 'a count that every colleague may know',
  'Ticket.actions': 'computes for the viewer',
  'Ticket.answerNames': 'of a ticket that may be seen; names through the loaders of what is named',
  'Ticket.answers': 'of a ticket that may be seen; contact details in full with customer.reveal',
  'Ticket.calls': 'callsInReach in the query',
  'Ticket.checklist': 'of a ticket that may be seen',
  'Ticket.clocks': 'of a ticket that may be seen',
  'Ticket.courierNumbers': 'of a ticket that may be seen',
  'Ticket.contactPhone': 'in full with customer.reveal',
  'Ticket.extensionOffer': 'computes for the viewer',
  'Ticket.extensionRequests': 'ids, to the loader',
  'Ticket.files': 'of a ticket that may be seen',
  'Ticket.history': 'of a ticket that may be seen',
  'Ticket.policy': 'of a ticket that may be seen; what decided is covered',
  'Ticket.pastRun': 'ticket_type.manage, and contact details in full',
  'Ticket.links': 'ticketsInReach in the query',
  'Ticket.mayLink': 'computes for the viewer',
  'Ticket.mayMerge': 'computes for the viewer',
  'Ticket.mergedInto': 'of a ticket that may be seen',
  'Ticket.mergedTickets': 'of the ticket that they were merged into',
  'Ticket.split': 'of a ticket that may be seen',
  'Ticket.nodeName': 'of a ticket that may be seen',
  'Ticket.steps': 'of a ticket that may be seen',
  'Ticket.subTickets': 'ticketsInReach in the query',
  'Ticket.tags': 'of a ticket that may be seen',
  'Ticket.upcoming': 'of a ticket that may be seen',
  'Ticket.isWatching': "the viewer's own",
  'Ticket.mentionChoices': 'every colleague; whether they may see a ticket that the viewer may see',
  'Ticket.watchers': 'ids, to the loader',
  'Ticket.workDrafts': "the viewer's own",
  'TicketPolicy.calendar': 'the name of a calendar, which every colleague may see',
  'TicketPolicy.customerTypes': 'words for keys that stand in its reasons',
  'TicketPolicy.customerSources': 'words for keys that stand in its reasons',
  'TicketType.draft': 'an id, to the loader',
  'TicketType.mayCreate': 'computes for the viewer',
  'TicketType.ticketCount': 'ticket_type.manage',
  'TicketType.versions': 'every colleague',
  'MergedTicket.mayUndo': 'computes for the viewer',
  'MergedTicket.notes': 'of the ticket that it was merged into',
  'TicketMerge.mayUndo': 'computes for the viewer',
  'TicketSplit.mayUndo': 'computes for the viewer',
  'TicketLink.mayUnlink': 'computes for the viewer',
  'TicketTypeDraft.backtest': 'ticketsInReach in the query; what decided is covered as on the ticket',
  'TicketTypeDraft.apiLosses': 'of a draft that may be seen; computes',
  'TicketTypeDraft.changes': 'of a draft that may be seen',
  'TicketTypeDraft.testOutcomes': 'of a draft that may be seen',
  'TicketTypeDraft.tests': 'of a draft that may be seen',
  'TicketTypeTest.steps': 'customer.reveal everywhere',
  'TicketTypeVersion.changesSince': 'every colleague',
  'TicketTypeVersion.definition': 'every colleague',
  'TimeScheme.branchAt': 'computes from calendars that every colleague may see',
  'TimelineItem.change': 'of a customer who may be seen',
  'TimelineItem.followUp': 'of a customer who may be seen',
  'Trigger.versions': 'of a trigger that may be seen',
  'TriggerRun.actions': 'covered as on the ticket',
  'TriggerRun.because': 'covered as on the ticket',
  'TriggerRun.said': 'of a run that may be seen',
  'Viewer.preferences': "the viewer's own",
  'Viewer.sessions': "the viewer's own",

  // Words in the caller's language.
  'ChecklistItem.text': 'a text',
  'CommandFailure.message': 'a text',
  'ExtensionOffer.refusal': 'a text',
  'FailedAction.message': 'a text',
  'DefinitionFault.message': 'a text',
  'Issue.message': 'a text',
  'JobFault.message': 'a text',
  'LocalizedText.text': 'a text',
  'Role.description': 'a text',
  'SimulationIssue.message': 'a text',
  'TicketTypeTestOutcome.problem': 'a text',
};

/** What the builder was told of a field. */
interface Told {
  resolve?: (...args: never[]) => unknown;
  load?: unknown;
}

const objects = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);
const implementsType = (type: GraphQLObjectType, name: string): boolean =>
  type.getInterfaces().some((implemented) => implemented.name === name);
const isRecord = (type: GraphQLObjectType): boolean => implementsType(type, 'Node');
const isWayIn = (type: GraphQLObjectType): boolean => type.name === 'Query' || type.name === 'Subscription';

/** An id, a count's batch loader or a resolver with a third argument, the context, can read; an unknown one might. */
function canRead(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean {
  const told = field.extensions['pothosOptions'] as Told | undefined;
  // `mutation-access.test.ts` calls every mutation.
  if (type.name === 'Mutation') return false;
  if (isWayIn(type) || !told || told.load !== undefined) return true;
  if (getNamedType(field.type).name === 'ID') return false;
  if (field.name === 'message' && implementsType(type, 'Error')) return false;
  const named = getNamedType(field.type);
  if (!told.resolve) return isObjectType(named) && isRecord(named);
  return told.resolve.length > 2;
}

it('names the rule of every record type, and of none that is not there', () => {
  expect(
    objects
      .filter(isRecord)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(Object.keys(recordRules).toSorted());
});

it('names the rule of every field that could read past a loader, and of none that is not there', () => {
  const found = objects.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => canRead(type, field))
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(found.toSorted()).toEqual(Object.keys(fieldRules).toSorted());
});

it('makes records in one place only', () => {
  const sources = join(import.meta.dirname, '..');
  const makers = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      /(?<!\.test)\.ts$/.test(path) &&
      !path.includes('testing') &&
      /builder\s*\.(loadableNode|loadableObject|node)(Ref)?\b/.test(readFileSync(join(sources, path), 'utf8')),
  );
  expect(makers).toEqual([join('graphql', 'record.ts')]);
});
