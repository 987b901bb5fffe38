/** Questions of the finder of help with paying, in the order in which they are asked. */
export const finderQuestions = [
  'state',
  'household',
  'income-per',
  'income-amount',
  'age',
  'family',
  'insurance',
  'job-offer',
  'kidney',
  'kidney-when',
  'groups',
] as const;
export type FinderQuestion = (typeof finderQuestions)[number];

/** Where one is in the finder. */
export type FinderStep = 'start' | FinderQuestion | 'results' | 'answers' | 'work-rule' | 'list';
