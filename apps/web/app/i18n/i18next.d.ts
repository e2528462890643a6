import 'i18next';
import type admin from './en/admin.json';
import type calendar from './en/calendar.json';
import type channel from './en/channel.json';
import type call from './en/call.json';
import type courier from './en/courier.json';
import type condition from './en/condition.json';
import type designer from './en/designer.json';
import type formDesigner from './en/form-designer.json';
import type customer from './en/customer.json';
import type ticketType from './en/ticket-type.json';
import type flow from './en/flow.json';
import type flowDesigner from './en/flow-designer.json';
import type externalForm from './en/external-form.json';
import type form from './en/form.json';
import type list from './en/list.json';
import type job from './en/job.json';
import type login from './en/login.json';
import type me from './en/me.json';
import type notification from './en/notification.json';
import type parameter from './en/parameter.json';
import type serviceRecord from './en/service-record.json';
import type preference from './en/preference.json';
import type sharedField from './en/shared-field.json';
import type simulation from './en/simulation.json';
import type shell from './en/shell.json';
import type telephony from './en/telephony.json';
import type ticket from './en/ticket.json';
import type workbench from './en/workbench.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    returnNull: false;
    resources: {
      admin: typeof admin;
      calendar: typeof calendar;
      channel: typeof channel;
      call: typeof call;
      customer: typeof customer;
      'form-designer': typeof formDesigner;
      courier: typeof courier;
      condition: typeof condition;
      designer: typeof designer;
      'ticket-type': typeof ticketType;
      flow: typeof flow;
      'flow-designer': typeof flowDesigner;
      simulation: typeof simulation;
      'external-form': typeof externalForm;
      form: typeof form;
      job: typeof job;
      list: typeof list;
      login: typeof login;
      me: typeof me;
      notification: typeof notification;
      parameter: typeof parameter;
      preference: typeof preference;
      'service-record': typeof serviceRecord;
      'shared-field': typeof sharedField;
      shell: typeof shell;
      telephony: typeof telephony;
      ticket: typeof ticket;
      workbench: typeof workbench;
    };
  }
}
