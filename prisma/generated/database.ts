import type { ColumnType } from 'kysely';
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type Agent = {
  id: string;
  loginName: string;
  name: string;
  namePinyin: string;
  workNumber: string | null;
  email: string | null;
  phone: string | null;
  nickname: string | null;
  passwordHash: string;
  mustChangePassword: Generated<boolean>;
  departmentId: string;
  reportingManagerId: string | null;
  reportingPath: string;
  isActive: Generated<boolean>;
  locale: string | null;
  lastLoginAt: Timestamp | null;
  /**
   * From when until when the agent is away, and who has their work meanwhile.
   */
  awayFrom: Timestamp | null;
  awayUntil: Timestamp | null;
  deputyId: string | null;
  /**
   * When the agent works; null follows the group whose work it is.
   */
  calendarId: string | null;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type AgentPreference = {
  agentId: string;
  key: string;
  setting: ColumnType<unknown, string, string>;
};
export type AgentPresence = {
  agentId: string;
  channel: string;
  state: string;
  reasonId: string | null;
  callId: string | null;
  since: Timestamp;
  until: Timestamp | null;
  version: Generated<number>;
};
export type AgentRole = {
  agentId: string;
  roleId: string;
};
export type ApiCredential = {
  id: string;
  name: string;
  agentId: string;
  tokenHash: string;
  hint: string;
  scopes: ColumnType<unknown, string, string>;
  createdAt: Timestamp;
  expiresAt: Timestamp;
  lastUsedAt: Timestamp | null;
  revokedAt: Timestamp | null;
};
export type AuditEntry = {
  id: string;
  actorId: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  changes: ColumnType<unknown, string, string>;
  ip: string | null;
  at: Timestamp;
};
export type Calendar = {
  id: string;
  key: string;
  name: string;
  definition: ColumnType<unknown, string, string>;
  isDefault: Generated<boolean>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type Call = {
  id: string;
  channelId: string;
  externalId: string;
  direction: string;
  status: string;
  customerNumber: string;
  e164: string | null;
  companyNumber: string | null;
  location: string | null;
  customerId: string | null;
  agentId: string | null;
  groupId: string | null;
  ticketId: string | null;
  isMuted: Generated<boolean>;
  isRecorded: Generated<boolean>;
  startedAt: Timestamp;
  answeredAt: Timestamp | null;
  heldAt: Timestamp | null;
  heldSeconds: Generated<number>;
  endedAt: Timestamp | null;
  endReason: string | null;
  disposition: string | null;
  version: Generated<number>;
  waitedSeconds: Generated<number>;
  keysPressed: string | null;
};
export type CallLeg = {
  id: string;
  callId: string;
  agentId: string | null;
  kind: string;
  ringingAt: Timestamp;
  answeredAt: Timestamp | null;
  endedAt: Timestamp | null;
  outcome: string | null;
};
export type Channel = {
  id: string;
  pluginId: string;
  kind: string;
  name: string;
  isActive: boolean;
  settings: ColumnType<unknown, string, string>;
  secrets: string | null;
  status: string;
  statusDetail: string | null;
  statusAt: Timestamp | null;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type ChecklistItem = {
  id: string;
  ticketId: string;
  templateKey: string | null;
  tokenId: string | null;
  labels: ColumnType<unknown, string, string>;
  position: number;
  isRequired: Generated<boolean>;
  assigneeId: string | null;
  doneById: string | null;
  doneAt: Timestamp | null;
  createdById: string | null;
  createdAt: Timestamp;
};
export type Company = {
  id: string;
  name: string;
  shortName: string;
  zone: string;
  locale: string;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type CourierTracking = {
  id: string;
  number: string;
  channelId: string;
  carrier: string;
  state: string | null;
  events: ColumnType<unknown, string, string>;
  fetchedAt: Timestamp | null;
  fault: ColumnType<unknown, string, string> | null;
  askedAt: Timestamp;
};
export type Customer = {
  id: string;
  name: string;
  namePinyin: string;
  company: string | null;
  kind: string;
  level: string | null;
  type: string | null;
  source: string | null;
  marketingResult: string | null;
  email: string | null;
  region: string | null;
  address: string | null;
  birthday: Timestamp | null;
  remark: string | null;
  answers: Generated<ColumnType<unknown, string, string>>;
  ownerId: string | null;
  createdById: string | null;
  lastContactAt: Timestamp | null;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type CustomerChange = {
  id: string;
  customerId: string;
  actorId: string | null;
  kind: string;
  changes: ColumnType<unknown, string, string>;
  at: Timestamp;
};
export type CustomerField = {
  key: string;
  position: number;
  isRequired: Generated<boolean>;
  isSearchable: Generated<boolean>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type CustomerIdentity = {
  id: string;
  customerId: string;
  channel: string;
  externalId: string;
  label: string | null;
};
export type CustomerPhone = {
  id: string;
  customerId: string;
  label: string | null;
  typed: string;
  e164: string | null;
  digits: string;
  location: string | null;
  position: Generated<number>;
};
export type Department = {
  id: string;
  parentId: string | null;
  name: string;
  path: string;
  headId: string | null;
  position: Generated<number>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type Disposition = {
  id: string;
  key: string;
  labels: ColumnType<unknown, string, string>;
  isActive: Generated<boolean>;
  position: Generated<number>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type Draft = {
  agentId: string;
  place: string;
  content: ColumnType<unknown, string, string>;
  updatedAt: Timestamp;
};
export type Event = {
  id: string;
  kind: string;
  subjectType: string;
  subjectId: string;
  agentId: string | null;
  actorId: string | null;
  payload: ColumnType<unknown, string, string>;
  at: Timestamp;
};
export type ExportPart = {
  jobId: string;
  position: number;
  packed: Buffer;
};
export type ExtensionRequest = {
  id: string;
  ticketId: string;
  tokenId: string;
  askedById: string;
  /**
   * Null: whoever manages the ticket.
   */
  approverId: string | null;
  dueBefore: Timestamp;
  dueAt: Timestamp;
  body: string;
  status: string;
  comment: string | null;
  decidedById: string | null;
  decidedAt: Timestamp | null;
  createdAt: Timestamp;
};
export type ExternalForm = {
  id: string;
  typeId: string;
  responsibleId: string;
  definition: ColumnType<unknown, string, string>;
  isActive: Generated<boolean>;
  viewCount: Generated<number>;
  submissionCount: Generated<number>;
  lastUsedAt: Timestamp | null;
  version: Generated<number>;
  createdById: string | null;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type ExternalFormLink = {
  id: string;
  formId: string;
  name: string;
  tokenHash: string;
  sealedToken: string;
  customerId: string | null;
  expiresAt: Timestamp | null;
  maxUses: number | null;
  useCount: Generated<number>;
  viewCount: Generated<number>;
  lastUsedAt: Timestamp | null;
  revokedAt: Timestamp | null;
  createdById: string | null;
  createdAt: Timestamp;
};
export type ExternalFormSubmission = {
  linkId: string;
  key: string;
  ticketId: string;
  at: Timestamp;
};
export type Field = {
  id: string;
  key: string;
  definition: ColumnType<unknown, string, string>;
  isActive: Generated<boolean>;
  purgeAt: Timestamp | null;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type FieldValue = {
  ownerId: string;
  field: string;
  position: Generated<number>;
  ownerType: string;
  isSensitive: Generated<boolean>;
  textValue: string | null;
  numberValue: number | null;
  dateValue: Timestamp | null;
};
export type File = {
  id: string;
  name: string;
  contentType: string;
  sizeBytes: number;
  sha256: string;
  ownerType: string | null;
  ownerId: string | null;
  uploadedById: string | null;
  createdAt: Timestamp;
};
export type FollowUp = {
  id: string;
  customerId: string;
  authorId: string;
  method: string;
  body: string;
  stageBefore: string | null;
  stageAfter: string | null;
  nextAt: Timestamp | null;
  callId: string | null;
  createdAt: Timestamp;
};
export type HolidayList = {
  id: string;
  key: string;
  name: string;
  definition: ColumnType<unknown, string, string>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type IdempotencyKey = {
  agentId: string;
  key: string;
  operation: string;
  inputHash: string;
  result: ColumnType<unknown, string, string>;
  createdAt: Timestamp;
};
export type InboundEvent = {
  id: string;
  channelId: string;
  externalId: string;
  kind: string;
  payload: ColumnType<unknown, string, string>;
  receivedAt: Timestamp;
  subject: string | null;
};
export type Interaction = {
  id: string;
  kind: string;
  direction: string;
  channelId: string;
  customerId: string | null;
  agentId: string | null;
  ticketId: string | null;
  outcome: string | null;
  startedAt: Timestamp;
  endedAt: Timestamp | null;
};
export type Job = {
  id: string;
  operation: string;
  input: ColumnType<unknown, string, string>;
  selection: ColumnType<unknown, string, string>;
  status: string;
  isDryRun: Generated<boolean>;
  /**
   * Whether all of its rows are known.
   */
  isCollected: Generated<boolean>;
  collectedAfter: string | null;
  totalCount: Generated<number>;
  doneCount: Generated<number>;
  skippedCount: Generated<number>;
  failedCount: Generated<number>;
  createdById: string;
  /**
   * The API token through which it was asked for; the job has no more rights than that.
   */
  credentialId: string | null;
  locale: string;
  undoOfId: string | null;
  fileId: string | null;
  fault: ColumnType<unknown, string, string> | null;
  createdAt: Timestamp;
  startedAt: Timestamp | null;
  finishedAt: Timestamp | null;
  updatedAt: Timestamp;
};
export type JobNotice = {
  jobId: string;
  agentId: string;
  kind: string;
  count: number;
};
export type JobRow = {
  jobId: string;
  position: number;
  subjectId: string;
  outcome: Generated<string>;
  fault: ColumnType<unknown, string, string> | null;
  changes: ColumnType<unknown, string, string> | null;
  undo: ColumnType<unknown, string, string> | null;
  at: Timestamp | null;
};
export type Lease = {
  key: string;
  holder: string;
  token: number;
  expiresAt: Timestamp;
};
export type LoginLimit = {
  key: string;
  points: Generated<number>;
  expire: number | null;
};
export type Macro = {
  id: string;
  ownerId: string;
  sharing: Generated<string>;
  folder: Generated<string>;
  name: string;
  definition: ColumnType<unknown, string, string>;
  isActive: Generated<boolean>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type MacroGroup = {
  macroId: string;
  groupId: string;
};
export type Notification = {
  id: string;
  agentId: string;
  causeId: string;
  kind: string;
  subjectType: string;
  subjectId: string;
  params: ColumnType<unknown, string, string>;
  isActionable: boolean;
  createdAt: Timestamp;
  readAt: Timestamp | null;
};
export type NotificationDelivery = {
  id: string;
  channelId: string;
  notificationId: string | null;
  agentId: string | null;
  kind: string;
  /**
   * What a repeat is told by: whom it is for, the kind and the record.
   */
  mergeKey: string;
  /**
   * The delivery whose message speaks of this one too.
   */
  mergedIntoId: string | null;
  state: string;
  isUrgent: boolean;
  attempts: Generated<number>;
  /**
   * When it is to be looked at again; null once there is nothing more to do.
   */
  nextAt: Timestamp | null;
  /**
   * When it is no news any more.
   */
  expiresAt: Timestamp;
  attemptedAt: Timestamp | null;
  sentAt: Timestamp | null;
  /**
   * Why it was not sent the last time, in both languages.
   */
  fault: ColumnType<unknown, string, string> | null;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type NotificationRule = {
  kind: string;
  channelIds: ColumnType<unknown, string, string>;
  passesQuietHours: boolean;
  mergeMinutes: number;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type NotReadyReason = {
  id: string;
  key: string;
  labels: ColumnType<unknown, string, string>;
  isOutgoingAllowed: boolean;
  isActive: Generated<boolean>;
  position: Generated<number>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type NumberSequence = {
  key: string;
  value: number;
};
export type Outbox = {
  id: string;
  kind: string;
  key: string;
  payload: ColumnType<unknown, string, string>;
  createdAt: Timestamp;
  availableAt: Timestamp;
  attempts: Generated<number>;
  lastError: string | null;
  isPending: Generated<boolean>;
  dispatchedAt: Timestamp | null;
};
export type Parameter = {
  id: string;
  key: string;
  alias: string | null;
  labels: ColumnType<unknown, string, string>;
  kind: string;
  isBuiltIn: Generated<boolean>;
  isActive: Generated<boolean>;
  version: Generated<number>;
  updatedById: string | null;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type ParameterOption = {
  id: string;
  parameterId: string;
  parentId: string | null;
  key: string;
  labels: ColumnType<unknown, string, string>;
  position: Generated<number>;
  isActive: Generated<boolean>;
  version: Generated<number>;
  updatedById: string | null;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type PendingFile = {
  id: string;
  createdAt: Timestamp;
};
export type PresenceChange = {
  id: string;
  agentId: string;
  channel: string;
  fromState: string | null;
  toState: string;
  reasonId: string | null;
  madeBy: string;
  actorId: string | null;
  at: Timestamp;
};
export type Product = {
  id: string;
  sku: string;
  name: string;
  category: string;
  priceMinor: number;
  currency: string;
  isActive: Generated<boolean>;
  createdAt: Timestamp;
};
export type QuickReply = {
  id: string;
  ownerId: string;
  sharing: Generated<string>;
  folder: Generated<string>;
  name: string;
  code: string | null;
  body: string;
  /**
   * Folder, name and code with their pinyin, in small letters.
   */
  searchText: string;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type QuickReplyGroup = {
  replyId: string;
  groupId: string;
};
export type Recording = {
  id: string;
  callId: string;
  fileId: string;
  durationSeconds: number;
  createdAt: Timestamp;
};
export type RecordTag = {
  ownerId: string;
  tagId: string;
  ownerType: string;
  since: Timestamp;
};
export type Role = {
  id: string;
  key: string;
  name: string;
  description: string | null;
  isBuiltIn: Generated<boolean>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type RoleGrant = {
  roleId: string;
  permission: string;
  scope: string;
};
export type SavedView = {
  id: string;
  ownerId: string;
  list: string;
  name: string;
  query: ColumnType<unknown, string, string>;
  sharing: Generated<string>;
  position: Generated<number>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type SavedViewGroup = {
  viewId: string;
  groupId: string;
};
export type SearchDocument = {
  subjectType: string;
  subjectId: string;
  tokens: string;
};
export type ServiceGroup = {
  id: string;
  key: string;
  name: string;
  kind: string;
  strategy: string;
  leaderId: string | null;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  /**
   * How long a call rings at one agent before the next one is rung.
   */
  ringSeconds: Generated<number>;
  wrapUpSeconds: Generated<number>;
  isDispositionRequired: Generated<boolean>;
  /**
   * Why an agent is not ready who let a call ring; null leaves them ready.
   */
  missedReasonId: string | null;
  /**
   * When the group works; null is always.
   */
  calendarId: string | null;
  /**
   * Who has the group's calls outside these hours; null lets them wait.
   */
  afterHoursGroupId: string | null;
};
export type ServiceGroupDisposition = {
  groupId: string;
  dispositionId: string;
};
export type ServiceGroupMember = {
  groupId: string;
  agentId: string;
  skillLevel: Generated<number>;
  lastAssignedAt: Timestamp | null;
};
export type ServiceRecord = {
  callId: string;
  agentId: string;
  templateId: string | null;
  remark: string | null;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type ServiceRecordValue = {
  callId: string;
  parameterId: string;
  optionId: string;
};
export type ServiceTemplate = {
  id: string;
  key: string;
  labels: ColumnType<unknown, string, string>;
  parts: ColumnType<unknown, string, string>;
  isActive: Generated<boolean>;
  isDefault: Generated<boolean>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type ServiceTemplateCustomerType = {
  optionId: string;
  templateId: string;
};
export type ServiceTemplateGroup = {
  groupId: string;
  templateId: string;
};
export type Session = {
  id: string;
  tokenHash: string;
  agentId: string;
  ip: string;
  userAgent: string;
  createdAt: Timestamp;
  lastSeenAt: Timestamp;
  expiresAt: Timestamp;
  revokedAt: Timestamp | null;
};
export type SlaClock = {
  id: string;
  ticketId: string;
  key: string;
  kind: string;
  nodeId: string | null;
  calendarId: string;
  targetSeconds: number;
  status: string;
  startedAt: Timestamp;
  dueAt: Timestamp | null;
  endedAt: Timestamp | null;
  sequence: Generated<number>;
};
export type SlaEntry = {
  id: string;
  clockId: string;
  ticketId: string;
  sequence: number;
  kind: string;
  at: Timestamp;
  reason: ColumnType<unknown, string, string>;
  detail: ColumnType<unknown, string, string>;
};
export type SpentChallenge = {
  signature: string;
  expiresAt: Timestamp;
};
export type Tag = {
  id: string;
  parentId: Generated<string>;
  name: string;
  /**
   * The name as siblings are compared: trimmed, in small letters.
   */
  nameKey: string;
  isActive: Generated<boolean>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type Ticket = {
  id: string;
  number: string;
  typeId: string;
  versionId: string;
  title: string;
  status: string;
  urgency: string;
  urgencyRank: number;
  source: Generated<string>;
  customerId: string | null;
  contactName: string | null;
  contactPhone: string | null;
  callId: string | null;
  parentId: string | null;
  creatorId: string;
  departmentId: string;
  handlerId: string | null;
  groupId: string | null;
  nodeId: string | null;
  answers: ColumnType<unknown, string, string>;
  flowState: ColumnType<unknown, string, string>;
  sequence: number;
  version: Generated<number>;
  isActive: boolean;
  slaPolicy: ColumnType<unknown, string, string> | null;
  slaState: string | null;
  dueAt: Timestamp | null;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  completedAt: Timestamp | null;
};
export type TicketEvent = {
  id: string;
  ticketId: string;
  sequence: number;
  kind: string;
  actorId: string | null;
  nodeId: string | null;
  body: string | null;
  input: ColumnType<unknown, string, string> | null;
  changes: ColumnType<unknown, string, string>;
  trace: ColumnType<unknown, string, string> | null;
  /**
   * The trigger or macro that did it.
   */
  cause: ColumnType<unknown, string, string> | null;
  at: Timestamp;
};
export type TicketLink = {
  id: string;
  ticketId: string;
  otherId: string;
  kind: string;
  createdAt: Timestamp;
  createdById: string | null;
};
export type TicketMerge = {
  id: string;
  ticketId: string;
  intoId: string;
  mergedById: string | null;
  mergedAt: Timestamp;
  undo: ColumnType<unknown, string, string>;
  undoneById: string | null;
  undoneAt: Timestamp | null;
};
export type TicketParticipant = {
  ticketId: string;
  agentId: string;
  role: string;
  since: Timestamp;
};
export type TicketStep = {
  id: string;
  ticketId: string;
  tokenId: string;
  nodeId: string;
  assigneeId: string | null;
  groupId: string | null;
  since: Timestamp;
  acceptedAt: Timestamp | null;
  finishedAt: Timestamp | null;
  finishedById: string | null;
  dueAt: Timestamp | null;
  outcome: string | null;
  isActive: boolean;
};
export type TicketTimer = {
  id: string;
  ticketId: string;
  key: string;
  kind: string;
  fireAt: Timestamp;
  payload: ColumnType<unknown, string, string>;
  settledAt: Timestamp | null;
  outcome: string | null;
};
export type TicketType = {
  id: string;
  key: string;
  labels: ColumnType<unknown, string, string>;
  prefix: string;
  icon: string | null;
  currentVersionId: string | null;
  isActive: Generated<boolean>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  deletedAt: Timestamp | null;
};
export type TicketTypeDraft = {
  id: string;
  typeId: string | null;
  basedOnVersionId: string | null;
  key: string;
  definition: ColumnType<unknown, string, string>;
  revision: number;
  updatedById: string | null;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type TicketTypeDraftRevision = {
  draftId: string;
  revision: number;
  definition: ColumnType<unknown, string, string>;
  authorId: string | null;
  createdAt: Timestamp;
};
export type TicketTypeTest = {
  id: string;
  typeKey: string;
  name: string;
  run: ColumnType<unknown, string, string>;
  expected: ColumnType<unknown, string, string>;
  createdById: string | null;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type TicketTypeVersion = {
  id: string;
  typeId: string;
  number: number;
  definition: ColumnType<unknown, string, string>;
  checksum: string;
  publishedById: string | null;
  publishedAt: Timestamp;
};
export type TicketWatcher = {
  ticketId: string;
  agentId: string;
  since: Timestamp;
};
export type TimeScheme = {
  id: string;
  key: string;
  name: string;
  definition: ColumnType<unknown, string, string>;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};
export type Trigger = {
  id: string;
  name: string;
  typeId: string | null;
  event: string;
  definition: ColumnType<unknown, string, string>;
  isActive: Generated<boolean>;
  /**
   * Since when it is active; what is older is none of its business.
   */
  activeSince: Timestamp;
  position: number;
  version: Generated<number>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  deletedAt: Timestamp | null;
};
export type TriggerRun = {
  id: string;
  triggerId: string;
  triggerVersion: number;
  causeId: string;
  event: string;
  ticketId: string | null;
  outcome: string;
  depth: number;
  /**
   * What all began with, where triggers set each other off.
   */
  rootId: string;
  /**
   * The comparisons that decided.
   */
  reason: ColumnType<unknown, string, string>;
  /**
   * What each action came to.
   */
  result: ColumnType<unknown, string, string>;
  at: Timestamp;
};
export type TriggerVersion = {
  triggerId: string;
  number: number;
  name: string;
  definition: ColumnType<unknown, string, string>;
  changedById: string | null;
  at: Timestamp;
};
export type WorkDraft = {
  agentId: string;
  ticketId: string;
  place: string;
  content: ColumnType<unknown, string, string>;
  updatedAt: Timestamp;
};
export type DB = {
  agent: Agent;
  agentPreference: AgentPreference;
  agentPresence: AgentPresence;
  agentRole: AgentRole;
  apiCredential: ApiCredential;
  auditEntry: AuditEntry;
  calendar: Calendar;
  call: Call;
  callLeg: CallLeg;
  channel: Channel;
  checklistItem: ChecklistItem;
  company: Company;
  courierTracking: CourierTracking;
  customer: Customer;
  customerChange: CustomerChange;
  customerField: CustomerField;
  customerIdentity: CustomerIdentity;
  customerPhone: CustomerPhone;
  department: Department;
  disposition: Disposition;
  draft: Draft;
  event: Event;
  exportPart: ExportPart;
  extensionRequest: ExtensionRequest;
  externalForm: ExternalForm;
  externalFormLink: ExternalFormLink;
  externalFormSubmission: ExternalFormSubmission;
  field: Field;
  fieldValue: FieldValue;
  file: File;
  followUp: FollowUp;
  holidayList: HolidayList;
  idempotencyKey: IdempotencyKey;
  inboundEvent: InboundEvent;
  interaction: Interaction;
  job: Job;
  jobNotice: JobNotice;
  jobRow: JobRow;
  lease: Lease;
  loginLimit: LoginLimit;
  macro: Macro;
  macroGroup: MacroGroup;
  notReadyReason: NotReadyReason;
  notification: Notification;
  notificationDelivery: NotificationDelivery;
  notificationRule: NotificationRule;
  numberSequence: NumberSequence;
  outbox: Outbox;
  parameter: Parameter;
  parameterOption: ParameterOption;
  pendingFile: PendingFile;
  presenceChange: PresenceChange;
  product: Product;
  quickReply: QuickReply;
  quickReplyGroup: QuickReplyGroup;
  recordTag: RecordTag;
  recording: Recording;
  role: Role;
  roleGrant: RoleGrant;
  savedView: SavedView;
  savedViewGroup: SavedViewGroup;
  searchDocument: SearchDocument;
  serviceGroup: ServiceGroup;
  serviceGroupDisposition: ServiceGroupDisposition;
  serviceGroupMember: ServiceGroupMember;
  serviceRecord: ServiceRecord;
  serviceRecordValue: ServiceRecordValue;
  serviceTemplate: ServiceTemplate;
  serviceTemplateCustomerType: ServiceTemplateCustomerType;
  serviceTemplateGroup: ServiceTemplateGroup;
  session: Session;
  slaClock: SlaClock;
  slaEntry: SlaEntry;
  spentChallenge: SpentChallenge;
  tag: Tag;
  ticket: Ticket;
  ticketEvent: TicketEvent;
  ticketLink: TicketLink;
  ticketMerge: TicketMerge;
  ticketParticipant: TicketParticipant;
  ticketStep: TicketStep;
  ticketTimer: TicketTimer;
  ticketType: TicketType;
  ticketTypeDraft: TicketTypeDraft;
  ticketTypeDraftRevision: TicketTypeDraftRevision;
  ticketTypeTest: TicketTypeTest;
  ticketTypeVersion: TicketTypeVersion;
  ticketWatcher: TicketWatcher;
  timeScheme: TimeScheme;
  trigger: Trigger;
  triggerRun: TriggerRun;
  triggerVersion: TriggerVersion;
  workDraft: WorkDraft;
};
