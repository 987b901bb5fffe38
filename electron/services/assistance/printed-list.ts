/** The finder's answers as a handout: what matched and why, whom to call, what to bring (facts 3G, rules R17 and R18). */
import { KioskError } from '../../contract/errors.ts';
import type { ProgramResult } from '../../contract/assistance.ts';
import {
  handoutRequestSchema,
  type AssistanceEntry,
  type HandoutRequest,
  type HandoutRequestInput,
} from '../../contract/handout-request.ts';
import type { LocalResource, PatientResource } from '../../contract/local-resource.ts';
import type { PrintedList } from '../../contract/printed-list.ts';
import { resourceKinds } from '../../contract/resource-fields.ts';
import { groupScreening, isConfirmed, type GroupedScreening } from '../../contract/screening-groups.ts';
import type { Assistance } from './types.ts';
import { inOneLine } from './words.ts';

type Texts = AssistanceEntry['texts'][string];
type Shown = { program: string; phone: string | null; url: string | null };

/** Places on paper: at most three of a kind and twelve in all, so that the list stays a list. */
const mostOfKind = 3;
const mostPlaces = 12;

function placesOf(resources: PatientResource[]): LocalResource[] {
  return resourceKinds
    .flatMap((kind) => resources.filter((one) => one.kind === kind).slice(0, mostOfKind))
    .slice(0, mostPlaces)
    .map(({ age: _, ...place }) => place);
}

/** A field of sentences; none where there are none. */
const sentences = <F extends string>(field: F, texts: string[]): Partial<Record<F, string>> =>
  texts.length > 0 ? ({ [field]: inOneLine(texts) } as Record<F, string>) : {};

function resultTexts({ name, gives, reasons, apply, papers, group }: ProgramResult): Texts {
  const texts = (list: { text: string }[]) => list.map(({ text }) => text);
  const all = { title: name, ...sentences('what', gives), ...sentences('why', texts(reasons)) };
  // How and with which papers only for what to do first: the rest is asked about before anything is brought.
  return group === 'first' ? { ...all, ...sentences('how', apply), papers: texts(papers) } : all;
}

/** The answers in each of the list's languages, in its order. */
type Screenings = [tag: string, grouped: GroupedScreening][];

/** Entries of a group, with the words of every language. */
function entries<T extends Shown>(
  screenings: Screenings,
  group: NonNullable<AssistanceEntry['group']>,
  pick: (grouped: GroupedScreening) => T[],
  textsOf: (shown: T) => Texts,
  standing: (shown: T) => Pick<AssistanceEntry, 'checked' | 'confirmed'>,
): AssistanceEntry[] {
  const [own] = screenings;
  if (!own) return [];
  return pick(own[1]).map((shown) => ({
    group,
    texts: Object.fromEntries(
      screenings.map(([tag, grouped]) => {
        const same = pick(grouped).find(({ program }) => program === shown.program);
        if (!same) throw new Error(`the program ${shown.program} is not in the answers in ${tag}`);
        return [tag, textsOf(same)];
      }),
    ),
    ...(shown.phone === null ? {} : { phone: shown.phone }),
    // An address is for those who have no number to call.
    ...(shown.phone === null && shown.url !== null ? { url: shown.url } : {}),
    ...standing(shown),
  }));
}

const resultStanding = (result: ProgramResult) => ({
  checked: result.checked,
  confirmed: isConfirmed(result),
});

/**
 * The handout that a list becomes. Screens the household anew in each language; nothing of it stands on the sheet but the
 * reasons. Throws `not-found` or `not-reviewed` for a language, `bad-input` where both are one.
 */
export function printedList(
  { household, language, secondLanguage, length, print }: PrintedList,
  assistance: Assistance,
  resources: PatientResource[],
  paper: HandoutRequest['paper'],
): HandoutRequest {
  if (secondLanguage === language)
    throw new KioskError('bad-input', {
      path: 'secondLanguage',
      expected: 'another language than the first',
    });
  const tags = secondLanguage === undefined ? [language] : [language, secondLanguage];
  const screenings = tags.map((tag): Screenings[number] => [
    tag,
    groupScreening(assistance.screen(tag, household)),
  ]);
  const results = (group: 'first' | 'may') =>
    entries(screenings, group, (one) => one[group], resultTexts, resultStanding);
  const everyone = entries(
    screenings,
    'everyone',
    (one) => one.everyone,
    ({ name, text }) => ({ title: name, what: text }),
    () => ({}),
  );
  const gaps = screenings.map(([tag, { gap }]) => [tag, gap] as const);
  const places = placesOf(resources);
  return handoutRequestSchema.parse({
    language,
    ...(secondLanguage === undefined ? {} : { secondLanguage }),
    ...{ paper, print },
    ...(places.length > 0 ? { places } : {}),
    ...(gaps.every(([, gap]) => gap !== null)
      ? { assistanceNote: Object.fromEntries(gaps) as Record<string, string> }
      : {}),
    assistance: [...results('first'), ...everyone, ...(length === 'whole' ? results('may') : [])],
  } satisfies HandoutRequestInput);
}
