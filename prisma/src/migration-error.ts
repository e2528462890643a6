/** The database can't be brought to the state that this version of Handoff needs; the message says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}
