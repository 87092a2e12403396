/** Every kind of job and what it carries: ids only, never secrets or texts. */
export type Tasks = {
  /** A fact is there: find out who wants to hear of it. */
  hear: { factId: number };
  /** One reader hears one fact. */
  tell: { reader: string; factId: number };
  "send-mail": { mailId: string };
  "process-picture": { mediaId: string };
};
