/** The medicine list in the manner of AHRQ's pill card: a row a medicine, what for, and a column for each part of the day. */
import { dayParts, type Medicine } from '../../../contract/handout-request.ts';
import type { Part, Table, TableCell, Text } from '../sheet.ts';
import { stringOf, type Composer } from './composer.ts';

export const medicineName = ({ name, strength }: Medicine) => (strength ? `${name} ${strength}` : name);

/** Shares of the width, with and without the column of purposes. */
const withPurpose = [0.3, 0.18, 0.13, 0.13, 0.13, 0.13];
const withoutPurpose = [0.44, 0.14, 0.14, 0.14, 0.14];

/** In large print the table has no room for a column of purposes. */
function purposeUnderName(compose: Composer, { purpose }: Medicine, where: string): Text[] {
  return purpose === undefined ? [] : [...compose.words('handout.purpose'), compose.typed(purpose, where)];
}

function medicineRow(compose: Composer, medicine: Medicine, index: number, purposes: boolean): TableCell[] {
  const where = `medicines.${index}`;
  const typed = (text: string | undefined, field: string, bold = false): Text[] =>
    text === undefined ? [] : [compose.typed(text, `${where}.${field}`, bold)];
  const about = [
    ...typed(medicineName(medicine), 'name', true),
    ...(purposes ? [] : purposeUnderName(compose, medicine, `${where}.purpose`)),
    ...typed(medicine.directions, 'directions'),
  ];
  // An empty cell says "nothing then" without a word.
  const amounts = dayParts.map((part): TableCell => ({
    texts: typed(medicine.dayParts?.[part], `dayParts.${part}`, true),
    large: true,
  }));
  return [
    { texts: about, header: 'Row' },
    ...(purposes ? [{ texts: typed(medicine.purpose, 'purpose') }] : []),
    ...amounts,
  ];
}

export function medicineParts(compose: Composer): Part[] {
  const { medicines } = compose.request;
  if (!medicines || medicines.length === 0) return [];
  const purposes =
    compose.request.print === 'normal' && medicines.some(({ purpose }) => purpose !== undefined);
  const head = (key: string): TableCell => ({ texts: compose.words(key, true), header: 'Column' });
  const table: Table = {
    type: 'table',
    columns: purposes ? withPurpose : withoutPurpose,
    header: [
      head('handout.medicine'),
      ...(purposes ? [head('handout.purpose')] : []),
      ...dayParts.map((part): TableCell => ({
        ...head(`handout.${part}`),
        pictogram: part,
        alt: stringOf(compose.first, `pictogram.${part}`),
      })),
    ],
    rows: medicines.map((medicine, index) => medicineRow(compose, medicine, index, purposes)),
  };
  return [
    compose.heading(2, 'handout.medicines', 'pill'),
    ...compose.paragraph('handout.medicines.check'),
    table,
  ];
}
