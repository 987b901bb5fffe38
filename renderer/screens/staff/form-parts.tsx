import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayParts } from './day-parts.ts';
import { Button } from '../../components/button/button.tsx';
import { KeyboardField } from '../../components/keyboard-field/keyboard-field.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { emptyMedicine, type Draft, type MedicineDraft } from './draft.ts';

export interface PartProps {
  draft: Draft;
  change: (next: Partial<Draft>) => void;
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="part stack-small">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: { value: T; label: string; lang?: string }[];
  onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function DateField({
  label,
  value,
  onChange,
  type = 'date',
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'date' | 'time';
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={type}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function MedicineFields({
  medicine,
  index,
  onChange,
  onRemove,
}: {
  medicine: MedicineDraft;
  index: number;
  onChange: (next: MedicineDraft) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const set = (next: Partial<MedicineDraft>) => onChange({ ...medicine, ...next });
  return (
    <fieldset className="sub-part stack-small">
      <legend>{t('builder.medicine.number', { number: index + 1 })}</legend>
      <KeyboardField
        label={t('builder.medicine.name')}
        value={medicine.name}
        maxLength={80}
        onChange={(name) => set({ name })}
      />
      <KeyboardField
        label={t('builder.medicine.strength')}
        value={medicine.strength}
        maxLength={40}
        onChange={(strength) => set({ strength })}
      />
      <div className="four">
        {dayParts.map((part) => (
          <KeyboardField
            key={part}
            label={t(`handout.${part}`)}
            value={medicine.dayParts[part]}
            maxLength={20}
            onChange={(amount) => set({ dayParts: { ...medicine.dayParts, [part]: amount } })}
          />
        ))}
      </div>
      <KeyboardField
        label={t('builder.medicine.directions')}
        hint={t('builder.medicine.directions.hint')}
        multiline
        value={medicine.directions}
        maxLength={300}
        onChange={(directions) => set({ directions })}
      />
      <Button small kind="danger" onPress={onRemove}>
        {t('builder.medicine.remove')}
      </Button>
    </fieldset>
  );
}

export function MedicinesPart({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const replace = (index: number, next: MedicineDraft[]) =>
    change({ medicines: [...draft.medicines.slice(0, index), ...next, ...draft.medicines.slice(index + 1)] });
  return (
    <Part title={t('builder.medicines')}>
      {draft.medicines.map((medicine, index) => (
        <MedicineFields
          key={index}
          medicine={medicine}
          index={index}
          onChange={(next) => replace(index, [next])}
          onRemove={() => replace(index, [])}
        />
      ))}
      <Button small onPress={() => change({ medicines: [...draft.medicines, emptyMedicine] })}>
        <Pictogram name="plus" />
        {t('builder.medicine.add')}
      </Button>
    </Part>
  );
}

export function TestsPart({ draft, change, propose }: PartProps & { propose: (start: string) => void }) {
  const { t } = useTranslation();
  const replace = (index: number, next: string[]) =>
    change({ testDates: [...draft.testDates.slice(0, index), ...next, ...draft.testDates.slice(index + 1)] });
  return (
    <Part title={t('builder.tests')}>
      <p className="quiet">{t('builder.tests.hint')}</p>
      <DateField
        label={t('builder.tests.start')}
        value={draft.testStart}
        onChange={(start) => {
          change({ testStart: start, ...(start === '' ? { testDates: [] } : {}) });
          if (start !== '') propose(start);
        }}
      />
      <div className="dates">
        {draft.testDates.map((date, index) => (
          <div className="row" key={index} style={{ flexWrap: 'nowrap', alignItems: 'end' }}>
            <DateField
              label={t('builder.tests.date', { number: index + 1 })}
              value={date}
              onChange={(next) => replace(index, [next])}
            />
            <Button
              small
              kind="danger"
              aria-label={t('builder.tests.remove', { number: index + 1 })}
              onPress={() => replace(index, [])}
            >
              <Pictogram name="close" />
            </Button>
          </div>
        ))}
      </div>
      {draft.testStart === '' ? null : (
        <Button
          small
          onPress={() =>
            change({ testDates: [...draft.testDates, draft.testDates.at(-1) ?? draft.testStart] })
          }
        >
          <Pictogram name="plus" />
          {t('builder.tests.add')}
        </Button>
      )}
    </Part>
  );
}
