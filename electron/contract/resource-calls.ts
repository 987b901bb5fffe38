/** Calls about the clinic's own list of local help. */
import { z } from 'zod';
import { language, session, token } from './call-parts.ts';
import {
  importPreviewSchema,
  localResourceSchema,
  patientResourceSchema,
  staffResourceSchema,
} from './local-resource.ts';
import { csvLimits } from './resource-fields.ts';

const id = z.number().int().positive();
/** The text of a CSV file. Its size in bytes is checked by the service, which can say so in words. */
const csv = z.string().max(csvLimits.bytes);

export const resourceCalls = {
  /** What patients see: checked within a year, by kind and name in the language's order. */
  'resources.list': {
    input: z.strictObject({ language }),
    output: z.strictObject({ resources: z.array(patientResourceSchema) }),
  },
  /** Everything, and the day on which the kiosk stands. */
  'staff.resources.list': {
    input: z.strictObject({ session, language }),
    output: z.strictObject({ today: z.iso.date(), resources: z.array(staffResourceSchema) }),
  },
  /** Adds a place, or changes the one with that id. */
  'staff.resources.save': {
    input: z.strictObject({ session, id: id.optional(), resource: localResourceSchema }),
    output: z.strictObject({ id }),
  },
  /** Answers with what was taken out, so that saving it undoes this. */
  'staff.resources.remove': {
    input: z.strictObject({ session, id }),
    output: z.strictObject({ removed: localResourceSchema }),
  },
  /** Says what an import would do; saves nothing. */
  'staff.resources.importPreview': {
    input: z.strictObject({ session, csv }),
    output: importPreviewSchema,
  },
  /** Saves every good row of the file, all or none. */
  'staff.resources.import': {
    input: z.strictObject({ session, csv }),
    output: z.strictObject({ created: z.number().int(), changed: z.number().int() }),
  },
  /** Writes the whole list as CSV to a folder. */
  'staff.resources.export': {
    input: z.strictObject({ session, folder: token }),
    output: z.strictObject({ fileName: z.string() }),
  },
} as const;
