/** What a local resource has, and how long each part may be. Plain values, so that the page shares them. */

/** In the order in which patients see them. */
export const resourceKinds = [
  'clinic',
  'pharmacy',
  'food',
  'transport',
  'legal-aid',
  'housing',
  'other',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** Parts that may be left out; all of them are plain text, `notes` of several lines. */
export const optionalFields = ['phone', 'address', 'hours', 'languages', 'cost', 'notes'] as const;
export type OptionalField = (typeof optionalFields)[number];

/** Longest text in UTF-16 units, as a text field counts. */
export const fieldLimits: Record<OptionalField | 'name', number> = {
  name: 120,
  phone: 40,
  address: 200,
  hours: 200,
  languages: 120,
  cost: 200,
  notes: 400,
};

/** Days since the last check after which patients are warned, and after which they no longer see the place. */
export const ageDays = { old: 180, stale: 365 };

/** The header of a CSV file, exactly these names. */
export const csvColumns = ['kind', 'name', ...optionalFields, 'last_checked'] as const;
export type CsvColumn = (typeof csvColumns)[number];
export const requiredColumns = ['kind', 'name', 'last_checked'] as const satisfies CsvColumn[];

/** Rows without the header; bytes of the file. */
export const csvLimits = { rows: 500, bytes: 1024 * 1024 };
