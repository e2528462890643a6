import type { parseAnswers } from '@handoff/core/form/parse-answers';
import { useEffect, useState } from 'react';

type Parser = typeof parseAnswers;

let loaded: Parser | null = null;

/** What reads and checks answers: a third of a form's script, for the numbering plans of all countries, and not needed before something is entered. */
export async function loadAnswerParser(): Promise<Parser> {
  loaded ??= (await import('@handoff/core/form/parse-answers')).parseAnswers;
  return loaded;
}

/** The parser, once there is something to check and it has come. */
export function useAnswerParser(isNeeded: boolean): Parser | null {
  const [parser, setParser] = useState<Parser | null>(() => loaded);
  useEffect(() => {
    if (!isNeeded || parser) return;
    // Where it does not come, the server says what is wrong.
    loadAnswerParser().then(
      (parse) => setParser(() => parse),
      () => undefined,
    );
  }, [isNeeded, parser]);
  return parser;
}
