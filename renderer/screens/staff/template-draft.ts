/** A draft's structure as a template and back. Nothing typed for a patient goes into a template or is lost to one. */
import type { HandoutTemplate, TemplatePart } from '../../../electron/contract/handout-template.ts';
import type { Draft } from './draft.ts';

const flags = ['teachBack', 'helpCard', 'walletCard', 'languageHelp'] as const satisfies TemplatePart[];

/** Guides, depth, sections, parts, languages, paper and print. Typed questions are the patient's, so they stay out. */
export function toTemplate(draft: Draft): HandoutTemplate {
  const sections = Object.fromEntries(
    Object.entries(draft.sections).filter(([guide, ids]) => draft.guides.includes(guide) && ids.length > 0),
  );
  return {
    guides: draft.guides,
    depth: draft.depth,
    ...(Object.keys(sections).length > 0 ? { sections } : {}),
    parts: [
      ...(draft.questions === 'guides' ? ['questions' as const] : []),
      ...flags.filter((part) => draft[part]),
    ],
    languages: {
      first: draft.language,
      ...(draft.secondLanguage === '' ? {} : { second: draft.secondLanguage }),
      ...(draft.carerLanguage === ''
        ? {}
        : { carer: { language: draft.carerLanguage, print: draft.carerPrint } }),
    },
    paper: draft.paper,
    print: draft.print,
  };
}

function languagesOf({ languages }: HandoutTemplate, known: readonly string[]): Partial<Draft> {
  if (!languages) return {};
  const { first, second = '', carer } = languages;
  const { language = '', print = 'normal' } = carer ?? {};
  return {
    ...(known.includes(first) ? { language: first } : {}),
    secondLanguage: known.includes(second) ? second : '',
    carerLanguage: known.includes(language) ? language : '',
    carerPrint: print,
  };
}

/**
 * The draft with the template's structure. What was typed for the patient stays, typed questions too. Guides and languages
 * that are not known here are left out.
 */
export function withTemplate(
  draft: Draft,
  template: HandoutTemplate,
  known: { guides: readonly string[]; languages: readonly string[] },
): Draft {
  const guides = template.guides.filter((guide) => known.guides.includes(guide));
  const sections = Object.entries(template.sections ?? {}).filter(([guide]) => guides.includes(guide));
  const has = (part: TemplatePart) => template.parts.includes(part);
  const keepsTyped = draft.questions === 'own' && draft.ownQuestions.trim() !== '';
  return {
    ...draft,
    guides,
    depth: template.depth,
    sections: Object.fromEntries(sections),
    questions: keepsTyped ? 'own' : has('questions') ? 'guides' : 'no',
    ...(Object.fromEntries(flags.map((part) => [part, has(part)])) as Pick<Draft, (typeof flags)[number]>),
    ...languagesOf(template, known.languages),
    paper: template.paper ?? draft.paper,
    print: template.print ?? draft.print,
  };
}

/** How many of the template's guides are not here. */
export const missingGuides = (template: HandoutTemplate, known: readonly string[]) =>
  template.guides.filter((guide) => !known.includes(guide)).length;
