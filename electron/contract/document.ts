/**
 * The document model: what guide text becomes after it is parsed, once, at compile time.
 * Screen, search index, speech and PDF all read this and nothing else.
 */
import { z } from 'zod';

/**
 * Where a callout stands on the traffic light; `911` is above red. `note` and `question` are outside it: a question is
 * asked of the reader (teach-back), its title the question and its blocks the answer.
 */
export const calloutLevels = ['911', 'red', 'yellow', 'green', 'note', 'question'] as const;
export type CalloutLevel = (typeof calloutLevels)[number];

/** What a figure is, so that screen and paper keep it in one piece and in its own direction. */
export const factKinds = [
  'phone',
  'temperature',
  'money',
  'count',
  'percent',
  'duration',
  'date',
  'url',
  'name',
  'strength',
] as const;
export type FactKind = (typeof factKinds)[number];

const textInline = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  strong: z.boolean().optional(),
});
const termInline = z.strictObject({
  type: z.literal('term'),
  term: z.string(),
  text: z.string(),
  strong: z.boolean().optional(),
});
/** A value from `content/facts`. In the pack `text` is empty; the library fills it for a language and a day. */
const factInline = z.strictObject({
  type: z.literal('fact'),
  fact: z.string(),
  kind: z.enum(factKinds),
  text: z.string(),
  strong: z.boolean().optional(),
});
const linkInline = z.strictObject({
  type: z.literal('link'),
  guide: z.string(),
  section: z.string().optional(),
  text: z.string(),
  strong: z.boolean().optional(),
});
export const inlineSchema = z.discriminatedUnion('type', [textInline, termInline, factInline, linkInline]);
export type Inline = z.infer<typeof inlineSchema>;

/** One list entry: a line of text. `flag` names the red flag of `content/red-flags` it was included from. */
export const itemSchema = z.strictObject({ content: z.array(inlineSchema), flag: z.string().optional() });
export type Item = z.infer<typeof itemSchema>;

const paragraphBlock = z.strictObject({ type: z.literal('paragraph'), content: z.array(inlineSchema) });
const listBlock = z.strictObject({ type: z.literal('list'), items: z.array(itemSchema) });
const stepsBlock = z.strictObject({ type: z.literal('steps'), items: z.array(itemSchema) });
const plainBlock = z.discriminatedUnion('type', [paragraphBlock, listBlock, stepsBlock]);
export type PlainBlock = z.infer<typeof plainBlock>;
const calloutBlock = z.strictObject({
  type: z.literal('callout'),
  level: z.enum(calloutLevels),
  title: z.array(inlineSchema),
  blocks: z.array(plainBlock),
});
export type Callout = z.infer<typeof calloutBlock>;
export const blockSchema = z.discriminatedUnion('type', [
  paragraphBlock,
  listBlock,
  stepsBlock,
  calloutBlock,
]);
export type Block = z.infer<typeof blockSchema>;

export const sectionSchema = z.strictObject({
  id: z.string(),
  title: z.array(inlineSchema),
  /** Name of a drawing that stands beside the title. */
  pictogram: z.string().optional(),
  blocks: z.array(blockSchema),
});
export type Section = z.infer<typeof sectionSchema>;

/** How a text came to be and who has read it. `reviewed` needs a name, a qualification and a day (rule R1). */
export const reviewSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('unreviewed'), method: z.enum(['machine', 'human']) }),
  z.strictObject({
    state: z.literal('reviewed'),
    method: z.enum(['machine', 'human']),
    by: z.string(),
    qualification: z.string(),
    date: z.iso.date(),
  }),
]);
export type Review = z.infer<typeof reviewSchema>;

export const directionSchema = z.enum(['ltr', 'rtl']);
export type Direction = z.infer<typeof directionSchema>;

export const guideCardSchema = z.strictObject({
  id: z.string(),
  /** Four digits, the last one a Luhn check digit; printed on each sheet. */
  code: z.string(),
  group: z.string(),
  /** Name of a file in `content/pictograms`, without its ending. */
  pictogram: z.string(),
  title: z.string(),
  summary: z.string(),
});
export type GuideCard = z.infer<typeof guideCardSchema>;

export const sourceSchema = z.strictObject({
  code: z.string(),
  title: z.string(),
  url: z.string().optional(),
  seen: z.iso.date(),
});
export type Source = z.infer<typeof sourceSchema>;

export const termSchema = z.strictObject({ id: z.string(), term: z.string(), definition: z.string() });
export type Term = z.infer<typeof termSchema>;

export const guideDocumentSchema = z.strictObject({
  ...guideCardSchema.shape,
  language: z.string(),
  direction: directionSchema,
  sections: z.array(sectionSchema),
  /** Ids of the sections that make the short depth, in the order of `sections`. */
  short: z.array(z.string()),
  /** Glossary terms that occur in the text. */
  terms: z.array(termSchema),
  related: z.array(guideCardSchema),
  sources: z.array(sourceSchema),
  /** Address of the official page that the sheet's QR code leads to. */
  officialSource: z.string(),
  review: reviewSchema,
  /** Day on which sources were last read against the text, and day after which the guide is hidden. */
  checked: z.iso.date(),
  expires: z.iso.date(),
  /** Short name of the text's version: the first eight hexadecimal digits of its SHA-256. */
  edition: z.string(),
});
export type GuideDocument = z.infer<typeof guideDocumentSchema>;
