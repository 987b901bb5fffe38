/** The list that a person takes home from the finder. */
import { z } from 'zod';
import { language } from './call-parts.ts';
import { householdSchema } from './household.ts';

export const printedListSchema = z.strictObject({
  household: householdSchema,
  language,
  /** A second language beside the first, such as that of whoever helps. */
  secondLanguage: language.optional(),
  /** `short`: what to do first and what helps everyone; `whole`: also what may help. */
  length: z.enum(['short', 'whole']),
  print: z.enum(['normal', 'large']),
});
export type PrintedList = z.infer<typeof printedListSchema>;
