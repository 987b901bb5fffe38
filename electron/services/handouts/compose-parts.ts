import type { Direction, GuideDocument } from '../../contract/document.ts';
import { dayParts, type HandoutRequest, type Medicine } from '../../contract/handout-request.ts';
import { layOutCalendar } from './calendar.ts';
import type { Part, SheetLanguage, Table, TableCell, Text } from './sheet.ts';

/** One of the sheet's languages, with its words. */
export interface Side extends SheetLanguage {
  locale: string;
  strings: Record<string, string>;
}

/** Direction of typed text: that of its first letter with a direction (UAX 9, rules P2 and P3). */
export function typedDirection(text: string): Direction {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
    ? 'rtl'
    : 'ltr';
}

/** Makes the parts of a sheet that are about one patient, each in the sheet's languages. */
export class Composer {
  readonly request: HandoutRequest;
  readonly sides: Side[];

  constructor(request: HandoutRequest, sides: Side[]) {
    this.request = request;
    this.sides = sides;
  }

  /** A string in each of the sheet's languages. */
  words(key: string, bold = false): Text[] {
    return this.sides.map((side) => {
      const text = side.strings[key];
      if (text === undefined) throw new Error(`no string ${key}`);
      return {
        runs: [{ text: text, bold }],
        language: side.tag,
        direction: side.direction,
        where: key,
        fromPack: true,
      };
    });
  }

  /** What a person typed: printed once, in its own direction. */
  typed(text: string, where: string, bold = false): Text {
    return {
      runs: [{ text, bold }],
      language: (this.sides[0] as Side).tag,
      direction: typedDirection(text),
      where,
    };
  }

  /** A moment (UTC, ISO 8601) in each language's own manner. */
  formatted(moment: string, style: Intl.DateTimeFormatOptions, where: string, bold = false): Text[] {
    return this.sides.map((side) => {
      const format = new Intl.DateTimeFormat(side.locale, { ...style, timeZone: 'UTC' });
      return {
        runs: [{ text: format.format(new Date(moment)), bold }],
        language: side.tag,
        direction: side.direction,
        where,
      };
    });
  }

  patient(): Part[] {
    const { patient, clinic } = this.request;
    const parts: Part[] = [];
    if (patient) {
      const name = this.typed(patient.name, 'patient.name', true);
      parts.push(
        { type: 'paragraph', texts: this.words('handout.for') },
        { type: 'paragraph', texts: [name] },
      );
    }
    if (clinic) {
      parts.push({ type: 'paragraph', texts: [this.typed(clinic.name, 'clinic.name', true)] });
      for (const key of ['phone', 'address'] as const) {
        const value = clinic[key];
        if (value)
          parts.push({
            type: 'paragraph',
            texts: [
              {
                ...this.typed(value, `clinic.${key}`),
                runs: [{ text: value, ...(key === 'phone' ? { kind: 'phone' as const } : {}) }],
              },
            ],
          });
      }
    }
    return parts;
  }

  medicineRow(medicine: Medicine, index: number): TableCell[] {
    const where = `medicines.${index}`;
    const about = [
      this.typed(
        medicine.strength ? `${medicine.name} ${medicine.strength}` : medicine.name,
        `${where}.name`,
        true,
      ),
      ...(medicine.directions ? [this.typed(medicine.directions, `${where}.directions`)] : []),
    ];
    const amounts = dayParts.map((part): TableCell => {
      const amount = medicine.dayParts?.[part];
      return { texts: [this.typed(amount ?? '–', `${where}.dayParts.${part}`, amount !== undefined)] };
    });
    return [{ texts: about, header: 'Row' }, ...amounts];
  }

  medicines(): Part[] {
    const { medicines } = this.request;
    if (!medicines || medicines.length === 0) return [];
    const table: Table = {
      type: 'table',
      columns: [0.44, 0.14, 0.14, 0.14, 0.14],
      header: [
        { texts: this.words('handout.medicine', true), header: 'Column' },
        ...dayParts.map((part): TableCell => ({
          texts: this.words(`handout.${part}`, true),
          pictogram: part,
          alt: this.sides[0]?.strings[`pictogram.${part}`] ?? '',
          header: 'Column',
        })),
      ],
      rows: medicines.map((medicine, index) => this.medicineRow(medicine, index)),
    };
    return [
      { type: 'heading', level: 2, texts: this.words('handout.medicines', true) },
      { type: 'paragraph', texts: this.words('handout.medicines.check') },
      table,
    ];
  }

  bloodTests(): Part[] {
    const { bloodTests } = this.request;
    if (!bloodTests) return [];
    const dates = bloodTests.dates ?? layOutCalendar(bloodTests.start);
    const table: Table = {
      type: 'table',
      columns: [0.12, 0.58, 0.3],
      header: [
        { texts: this.words('handout.test.done', true), header: 'Column' },
        { texts: this.words('handout.test.date', true), header: 'Column' },
        { texts: this.words('handout.test.note', true), header: 'Column' },
      ],
      rows: dates.map((date, index) => [
        { texts: [], box: true },
        {
          texts: this.formatted(`${date}T00:00Z`, { dateStyle: 'full' }, `bloodTests.dates.${index}`),
          header: 'Row',
        },
        { texts: [] },
      ]),
    };
    return [
      { type: 'heading', level: 2, texts: this.words('handout.tests', true) },
      { type: 'paragraph', texts: this.words('handout.tests.plan') },
      table,
    ];
  }

  appointment(): Part[] {
    const { appointment } = this.request;
    if (!appointment) return [];
    const { date, time } = appointment;
    const style: Intl.DateTimeFormatOptions = { dateStyle: 'full', ...(time ? { timeStyle: 'short' } : {}) };
    return [
      { type: 'heading', level: 2, texts: this.words('handout.appointment', true) },
      {
        type: 'paragraph',
        texts: this.formatted(`${date}T${time ?? '00:00'}Z`, style, 'appointment', true),
      },
    ];
  }

  note(): Part[] {
    const { note } = this.request;
    if (!note) return [];
    const lines = note.split(/\r?\n/).filter((line) => line.trim() !== '');
    return [
      { type: 'heading', level: 2, texts: this.words('handout.note', true) },
      ...lines.map((line): Part => ({ type: 'paragraph', texts: [this.typed(line, 'note')] })),
    ];
  }

  /** Everything about this patient, in the order it is needed. */
  personal(): Part[] {
    return [...this.appointment(), ...this.medicines(), ...this.bloodTests(), ...this.note()];
  }

  /** Where the facts come from, and the code to the official page. */
  sources(guides: GuideDocument[]): Part[] {
    const titles = [
      ...new Map(
        guides.flatMap((guide) => guide.sources).map((source) => [source.code, source.title]),
      ).values(),
    ];
    const urls = [...new Set(guides.map((guide) => guide.officialSource))];
    const list: Text = {
      runs: [{ text: titles.join(' · ') }],
      language: 'en',
      direction: 'ltr',
      where: 'sources',
      fromPack: true,
    };
    return [
      { type: 'paragraph', size: 'small', texts: this.words('handout.not-a-doctor') },
      { type: 'paragraph', size: 'smallest', texts: this.words('handout.sources', true) },
      { type: 'paragraph', size: 'smallest', texts: [list] },
      ...urls.map((url): Part => ({
        type: 'code',
        url,
        alt: this.sides[0]?.strings['handout.code.alt'] ?? '',
        texts: [
          ...this.words('handout.code'),
          { runs: [{ text: url, kind: 'url' }], language: 'en', direction: 'ltr', where: 'officialSource' },
        ],
      })),
    ];
  }
}
