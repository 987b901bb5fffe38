/**
 * A starting point for handouts: which guides and parts, how printed. Strict, and with no place for a name, a medicine, a
 * date, a note or a typed question, so that nothing of a patient can be kept in one.
 */
import { z } from 'zod';
import { carerSchema, guideId, languageTag, printSize } from './handout-request.ts';
import { oneLine } from './local-resource.ts';

/** Parts beside the guides. `questions` are those of the guides. */
export const templateParts = ['questions', 'teachBack', 'helpCard', 'walletCard', 'languageHelp'] as const;
export type TemplatePart = (typeof templateParts)[number];

export const handoutTemplateSchema = z.strictObject({
  guides: z.array(guideId.max(80)).max(12),
  depth: z.enum(['short', 'full', 'none']),
  sections: z.record(guideId.max(80), z.array(guideId.max(80)).min(1).max(40)).optional(),
  parts: z.array(z.enum(templateParts)).max(templateParts.length),
  /** Absent: the languages that are chosen stay. */
  languages: z
    .strictObject({
      ...{ first: languageTag, second: languageTag.optional(), carer: carerSchema.optional() },
    })
    .optional(),
  /** Absent: what is chosen stays. */
  paper: z.enum(['letter', 'a4']).optional(),
  print: printSize.optional(),
});
export type HandoutTemplate = z.infer<typeof handoutTemplateSchema>;

export const templateLimits = { name: 60, own: 40 };
export const templateName = z.string().overwrite(oneLine).min(1).max(templateLimits.name);

/** Shipped ones are named by an interface string, `builder.template.name.<name>`. */
export const shippedNames = ['new-on-azathioprine', 'blood-test-visit', 'cannot-pay'] as const;
export type ShippedName = (typeof shippedNames)[number];

export const listedTemplateSchema = z.discriminatedUnion('from', [
  z.strictObject({
    ...{ from: z.literal('shipped'), name: z.enum(shippedNames), template: handoutTemplateSchema },
  }),
  z.strictObject({ from: z.literal('own'), name: templateName, template: handoutTemplateSchema }),
]);
export type ListedTemplate = z.infer<typeof listedTemplateSchema>;
