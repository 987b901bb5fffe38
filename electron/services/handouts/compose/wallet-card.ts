/** A card to cut out and fold: English for whoever helps, and the patient's own language. */
import { KioskError } from '../../../contract/errors.ts';
import type { CardLine, CardSide, Part, Text } from '../sheet.ts';
import { sideText, spokenName, stringOf, type Composer, type Side } from './composer.ts';
import { medicineName } from './medicines.ts';
import { typedDirection, typedLanguage } from './typed-text.ts';

/** A card is small: a longer list stays on its own sheet, and the card has lines to write on. */
const mostMedicines = 8;

/** What the card says in either language, from the guides: danger now, medicines that clash, vaccines. */
const sentences = ['handout.wallet.fever', 'handout.wallet.clash', 'handout.wallet.vaccines'];

function fieldsOf(compose: Composer, side: Side): CardLine[] {
  const { walletCard, patient, clinic, medicines = [] } = compose.request;
  const value = (text: string | undefined, where: string, phone = false): Text[] =>
    text === undefined
      ? []
      : [
          {
            runs: [{ text, bold: true, ...(phone ? { kind: 'phone' as const } : {}) }],
            language: typedLanguage(text, [side.tag]),
            direction: typedDirection(text),
            where: `walletCard.${where}`,
            typed: true,
          },
        ];
  const label = (key: string) => sideText(side, stringOf(side, key), key);
  const own = medicines.length <= mostMedicines ? medicines.map(medicineName) : [];
  const listed = walletCard?.medicines ?? own;
  return [
    {
      type: 'field',
      label: label('handout.wallet.name'),
      values: value(walletCard?.name ?? patient?.name, 'name'),
    },
    {
      type: 'field',
      label: label('handout.wallet.phone'),
      values: value(walletCard?.phone ?? clinic?.phone, 'phone', true),
    },
    {
      type: 'field',
      label: label('handout.wallet.medicines'),
      values: listed.flatMap((text, index) => value(text, `medicines.${index}`)),
    },
  ];
}

function sideOf(compose: Composer, side: Side, patientSide: Side): CardSide {
  const words = (key: string, strong = false, fill = {}): CardLine => {
    const text = stringOf(side, key, fill);
    // A card without its danger line would mislead: better none.
    if (text === '') throw new KioskError('bad-input', { path: 'walletCard', expected: 'figures in force' });
    return { type: 'words', text: sideText(side, text, key, strong), strong };
  };
  const needsInterpreter = patientSide.tag !== 'en';
  const interpreter: CardLine[] = !needsInterpreter
    ? []
    : side.tag === 'en'
      ? [words('interpreter.english', false, { language: spokenName(patientSide, side) })]
      : [words('interpreter.says', false, { language: spokenName(side, side) })];
  return {
    language: side.tag,
    direction: side.direction,
    lines: [
      words('handout.wallet.medicine', true),
      ...sentences.map((key) => words(key)),
      ...interpreter,
      ...fieldsOf(compose, side),
    ],
  };
}

/** `english` is the English side; the patient's is the first language of the sheet that is not English. */
export function walletCardParts(compose: Composer, english: Side): Part[] {
  if (!compose.request.walletCard) return [];
  const other = compose.sides.find(({ tag }) => tag !== english.tag);
  const sides = [english, ...(other ? [other] : [])];
  return [
    { ...compose.heading(2, 'handout.wallet', 'insurance-card'), cutOut: true },
    ...compose.paragraph('handout.wallet.cut'),
    { type: 'card', sides: sides.map((side) => sideOf(compose, side, other ?? english)) },
  ];
}
