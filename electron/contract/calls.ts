/** Each call once: name, strict input, strict output. Dispatcher, preload, browser client and tests fold this. */
import { z } from 'zod';
import { screeningSchema } from './assistance.ts';
import { language, session, token } from './call-parts.ts';
import { directionSchema, guideCardSchema, guideDocumentSchema } from './document.ts';
import { clinicSchema, handoutRequestSchema } from './handout-request.ts';
import { errorCodes } from './errors.ts';
import { handoutTemplateSchema, listedTemplateSchema, templateName } from './handout-template.ts';
import { householdSchema } from './household.ts';
import { printedListSchema } from './printed-list.ts';
import { jobKinds, jobStateNames, printerStateNames } from './print-words.ts';
import { marginsSchema } from './printing.ts';
import type { CallName } from './names.ts';
import { resourceCalls } from './resource-calls.ts';

const nothing = z.strictObject({});
const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const fields = z.record(z.string(), z.union([z.string(), z.number()]));

export const languageInfoSchema = z.strictObject({
  tag: z.string(),
  /** The language's name in itself and in English. */
  ownName: z.string(),
  englishName: z.string(),
  direction: directionSchema,
  /** BCP 47 tag for Intl, with the digits this language's readers expect. */
  locale: z.string(),
  /** CSS font families, first the one its script needs. */
  fonts: z.array(z.string()),
  /** Layout name of simple-keyboard-layouts. */
  keyboard: z.string(),
  /** False while nobody qualified has reviewed its interface and guides. */
  reviewed: z.boolean(),
  /** False while only part of the guides has been translated. */
  complete: z.boolean(),
});
export type LanguageInfo = z.infer<typeof languageInfoSchema>;

/** `until` is the last day on which it holds; `over` when that day is past. */
const lapse = { id: z.string(), until: z.iso.date(), over: z.boolean() };

/** `label` is the printer's name for people. `margins` is what staff read off its test page. */
const printerSchema = z.strictObject({
  token,
  label: z.string(),
  state: z.enum(printerStateNames),
  isDefault: z.boolean(),
  twoSided: z.boolean(),
  color: z.boolean(),
  papers: z.array(z.enum(['letter', 'a4'])),
  /** False when its jobs end as `sent`: it cannot be asked whether it printed. */
  tellsEnd: z.boolean(),
  margins: marginsSchema.nullable(),
  /** Whether patients may print their own list on it. */
  forPatients: z.boolean(),
});

/** The printer's own word on a job; `reason` is an IPP keyword such as `media-empty`, or empty. */
const jobSchema = z.strictObject({
  job: token,
  kind: z.enum(jobKinds),
  printer: z.string(),
  copies: z.number().int(),
  at: z.iso.datetime(),
  state: z.enum(jobStateNames),
  reason: z.string(),
  canRetry: z.boolean(),
  canCancel: z.boolean(),
});
export type JobRow = z.infer<typeof jobSchema>;

export const calls = {
  'kiosk.state': {
    input: nothing,
    output: z.strictObject({
      mode: z.enum(['demonstration', 'clinic']),
      version: z.string(),
      edition: z.string(),
      languages: z.array(languageInfoSchema),
      /** Tags of the languages that have the finder of help with paying. */
      finder: z.array(z.string()),
      clinic: clinicSchema.nullable(),
      idle: z.strictObject({ warnAfterSeconds: z.number(), countdownSeconds: z.number() }),
      /** Set when the kiosk cannot work; the page then shows the matching screen and nothing else. */
      problem: z.strictObject({ code: z.enum(errorCodes), fields }).nullable(),
    }),
  },
  /** Interface strings of a language, facts filled in; `{{name}}` left for what the page itself counts. */
  'kiosk.strings': {
    input: z.strictObject({ language }),
    output: z.strictObject({ strings: z.record(z.string(), z.string()) }),
  },
  /** Line drawings as path data on a 24 by 24 grid; their words are the strings `pictogram.<name>`. */
  'kiosk.pictograms': {
    input: nothing,
    output: z.strictObject({ pictograms: z.record(z.string(), z.array(z.string())) }),
  },
  'library.home': {
    input: z.strictObject({ language }),
    output: z.strictObject({
      groups: z.array(
        z.strictObject({ id: z.string(), title: z.string(), guides: z.array(guideCardSchema) }),
      ),
    }),
  },
  'library.guide': {
    input: z.strictObject({ guide: id, language }),
    output: z.strictObject({ document: guideDocumentSchema }),
  },
  'library.code': {
    input: z.strictObject({ code: z.string().max(12) }),
    output: z.strictObject({ guide: z.string().nullable() }),
  },
  'search.query': {
    input: z.strictObject({ language, text: z.string().max(200) }),
    output: z.strictObject({
      query: z.string(),
      language: z.string(),
      results: z.array(
        z.strictObject({
          id: z.string(),
          code: z.string(),
          title: z.string(),
          language: z.string(),
          score: z.number(),
        }),
      ),
      didYouMean: z.array(z.string()),
    }),
  },
  /** Programs that may help a household, in words of a language. The answers are worked out in memory and kept nowhere. */
  'assistance.screen': {
    input: z.strictObject({ language, household: householdSchema }),
    output: screeningSchema,
  },
  /** Whether the clinic lets patients print their list at the kiosk. */
  'assistance.printing': { input: nothing, output: z.strictObject({ atKiosk: z.boolean() }) },
  /** Prints the list on the printer that the clinic chose. Refused as `forbidden` without one, as `print-wait` out of turn. */
  'assistance.print': { input: printedListSchema, output: z.strictObject({ job: token }) },
  /** The printer's own word on a list that a patient printed. */
  'assistance.printJob': {
    input: z.strictObject({ job: token }),
    output: z.strictObject({ state: z.enum(jobStateNames), reason: z.string() }),
  },
  /** The list as a handout, for staff to print or save. */
  'assistance.list': {
    input: z.strictObject({ session, paper: z.enum(['letter', 'a4']), list: printedListSchema }),
    output: z.strictObject({ request: handoutRequestSchema }),
  },
  'staff.status': {
    input: nothing,
    output: z.strictObject({ pinSet: z.boolean(), waitSeconds: z.number() }),
  },
  'staff.setPin': {
    input: z.strictObject({ pin: z.string().regex(/^\d{4,12}$/) }),
    output: z.strictObject({ session }),
  },
  'staff.unlock': {
    input: z.strictObject({ pin: z.string().regex(/^\d{4,12}$/) }),
    output: z.strictObject({ session }),
  },
  'staff.lock': { input: z.strictObject({ session }), output: nothing },
  /** Guides and figures that have run out or will within sixty days, the earliest first. */
  'staff.attention': {
    input: z.strictObject({ session, language }),
    output: z.strictObject({
      guides: z.array(z.strictObject({ ...lapse, title: z.string() })),
      figures: z.array(z.strictObject({ ...lapse, text: z.string(), guides: z.array(z.string()) })),
    }),
  },
  ...resourceCalls,
  'clinic.read': {
    input: z.strictObject({ session }),
    output: z.strictObject({ clinic: clinicSchema.nullable() }),
  },
  'clinic.save': { input: z.strictObject({ session, clinic: clinicSchema }), output: nothing },
  /** The shipped templates, then the clinic's own by name. */
  'templates.list': {
    input: z.strictObject({ session, language }),
    output: z.strictObject({ templates: z.array(listedTemplateSchema) }),
  },
  /** Keeps a template; with `replace` in the place of the one that has its name. */
  'templates.save': {
    input: z.strictObject({
      ...{ session, name: templateName, template: handoutTemplateSchema, replace: z.boolean() },
    }),
    output: nothing,
  },
  /** Answers with what was taken out, so that saving it undoes this. */
  'templates.remove': {
    input: z.strictObject({ session, name: templateName }),
    output: z.strictObject({
      removed: z.strictObject({ name: templateName, template: handoutTemplateSchema }),
    }),
  },
  /** Test dates on the label's calendar from a start date (source LBL3); a proposal for staff to edit. */
  'handout.calendar': {
    input: z.strictObject({ session, start: z.iso.date() }),
    output: z.strictObject({ dates: z.array(z.iso.date()) }),
  },
  'handout.preview': {
    input: z.strictObject({ session, request: handoutRequestSchema }),
    output: z.strictObject({ pdf: z.base64(), pages: z.number().int() }),
  },
  'handout.save': {
    input: z.strictObject({ session, folder: token, request: handoutRequestSchema }),
    output: z.strictObject({ fileName: z.string() }),
  },
  'folders.list': {
    input: z.strictObject({ session }),
    output: z.strictObject({
      folders: z.array(z.strictObject({ token, label: z.string(), kind: z.enum(['removable', 'folder']) })),
    }),
  },
  'printers.list': {
    input: z.strictObject({ session }),
    output: z.strictObject({ printers: z.array(printerSchema) }),
  },
  /** What the printer cannot do, two sides or colour, is left out rather than refused. */
  'printers.print': {
    input: z.strictObject({
      session,
      printer: token,
      copies: z.number().int().min(1).max(20),
      twoSided: z.boolean(),
      color: z.boolean(),
      request: handoutRequestSchema,
    }),
    output: z.strictObject({ job: token }),
  },
  /** Jobs of this run, the latest first. They hold nothing of a patient. */
  'printers.jobs': {
    input: z.strictObject({ session }),
    output: z.strictObject({ jobs: z.array(jobSchema) }),
  },
  /** A new job from the same PDF, while it is still held: at most ten minutes after the last change. */
  'printers.retry': {
    input: z.strictObject({ session, job: token }),
    output: z.strictObject({ job: token }),
  },
  'printers.cancel': { input: z.strictObject({ session, job: token }), output: nothing },
  /** Prints the page with rulers at all four edges. */
  'printers.testPage': {
    input: z.strictObject({ session, printer: token, paper: z.enum(['letter', 'a4']), language }),
    output: z.strictObject({ job: token }),
  },
  /** Keeps for a printer what staff read off its test page, in mm; null forgets it. */
  'printers.margins': {
    input: z.strictObject({ session, printer: token, margins: marginsSchema.nullable() }),
    output: nothing,
  },
  /** Lets patients print their own list on a printer; null: they ask staff. */
  'printers.forPatients': {
    input: z.strictObject({ session, printer: token.nullable() }),
    output: nothing,
  },
} as const satisfies Record<CallName, { input: z.ZodType; output: z.ZodType }>;

export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
export type ParsedInput<N extends CallName> = z.output<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>;
export type Handlers = { [N in CallName]: (input: ParsedInput<N>) => CallOutput<N> | Promise<CallOutput<N>> };
