/** What crosses the contract about printing. */
import { z } from 'zod';
import { mostMargin } from './print-words.ts';

const millimetres = z.number().min(0).max(mostMargin);
/** Millimetres from each edge of the paper. */
export const marginsSchema = z.strictObject({
  top: millimetres,
  right: millimetres,
  bottom: millimetres,
  left: millimetres,
});
export type Margins = z.infer<typeof marginsSchema>;
