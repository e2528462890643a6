import type { MysqlQueryResult } from 'kysely';

/** What a statement is answered with, or why it was not. */
export type Answer = (error: unknown, result: MysqlQueryResult) => void;
type Send = (sql: string, values: unknown[], answer: Answer) => void;

interface Statement {
  sql: string;
  values: unknown[];
}

/** Begins a statement whose answer nobody waits for: it may go with the next one of its transaction. */
export const soon = '/* soon */ ';
/** Stands for no statement: what waits is sent. */
export const now = '/* now */';

/** What a statement is answered with that has not been sent yet. */
const nothingYet = { affectedRows: 0, changedRows: 0, insertId: 0 } as const;
const begin: Statement = { sql: 'START TRANSACTION', values: [] };
/** As much as waits at most: the server takes messages of 16 MB. */
const mostStatements = 200;
const mostLetters = 1_000_000;

const lettersOf = ({ sql, values }: Statement): number =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), sql.length);

/**
 * The statements of one connection. Those of a transaction that nobody waits for are held back and sent in one message,
 * in their order, before the next that somebody waits for, or together with the commit: a round trip in place of one
 * each. A read of the transaction so finds all that was written before it, and a fault comes up at the latest with the
 * commit, which then fails. One message of several statements is MariaDB's compound statement
 * (https://mariadb.com/kb/en/begin-end/, NOT ATOMIC); to other servers they are sent one by one.
 */
export class StatementQueue {
  #waiting: Statement[] = [];
  #letters = 0;
  #isInTransaction = false;

  constructor(
    private readonly send: Send,
    private readonly takesCompounds: () => boolean,
  ) {}

  /** Sends a statement and answers, or keeps it for later and answers that nothing is known yet. */
  ask(sql: string, values: unknown[], answer: Answer): void {
    if (sql === 'begin') {
      this.#isInTransaction = true;
      return this.#hold(begin, answer);
    }
    if (sql === 'commit') return this.#commit(answer);
    if (sql === 'rollback') return this.#rollBack(answer);
    if (sql === now) return this.#flush((error) => answer(error, nothingYet));
    if (!sql.startsWith(soon)) return this.#after(sql, values, answer);
    const statement = { sql: sql.slice(soon.length), values };
    if (!this.#isInTransaction) return this.send(statement.sql, values, answer);
    this.#hold(statement, answer);
  }

  #hold(statement: Statement, answer: Answer): void {
    this.#waiting.push(statement);
    this.#letters += lettersOf(statement);
    if (this.#waiting.length < mostStatements && this.#letters < mostLetters) return answer(null, nothingYet);
    this.#flush((error) => answer(error, nothingYet));
  }

  #after(sql: string, values: unknown[], answer: Answer): void {
    if (this.#waiting.length === 0) return this.send(sql, values, answer);
    this.#flush((error) => {
      if (error) return answer(error, nothingYet);
      this.send(sql, values, answer);
    });
  }

  #commit(answer: Answer): void {
    const isEmpty = this.#waiting.length === 1 && this.#waiting[0] === begin;
    this.#isInTransaction = false;
    if (isEmpty) {
      this.#take();
      return answer(null, nothingYet);
    }
    this.#waiting.push({ sql: 'COMMIT', values: [] });
    this.#flush((error) => answer(error, nothingYet));
  }

  #rollBack(answer: Answer): void {
    const wasBegun = this.#take()[0] !== begin;
    this.#isInTransaction = false;
    if (!wasBegun) return answer(null, nothingYet);
    this.send('rollback', [], answer);
  }

  #take(): Statement[] {
    const taken = this.#waiting;
    this.#waiting = [];
    this.#letters = 0;
    return taken;
  }

  #flush(done: (error: unknown) => void): void {
    const statements = this.#take();
    if (statements.length < 2 || !this.takesCompounds()) return this.#oneByOne(statements, done);
    const text = `BEGIN NOT ATOMIC ${statements.map(({ sql }) => sql).join('; ')}; END`;
    const values = statements.flatMap((statement) => statement.values);
    this.send(text, values, (error) => done(error));
  }

  #oneByOne([first, ...rest]: Statement[], done: (error: unknown) => void): void {
    if (!first) return done(null);
    this.send(first.sql, first.values, (error) => (error ? done(error) : this.#oneByOne(rest, done)));
  }
}
