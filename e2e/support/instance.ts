export interface Instance {
  url: string;
  /** Its data folder: demo logins, logs. */
  data: string;
}

let known: Instance | undefined;

/** Says which instance everything here speaks to from now on. */
export const useInstance = (instance: Instance): void => {
  known = instance;
};

function instance(): Instance {
  if (!known) throw new Error('nobody said which instance is meant');
  return known;
}

/** Where the instance under test answers. */
export const handoffUrl = (): string => instance().url;

/** Its data folder. */
export const handoffData = (): string => instance().data;
