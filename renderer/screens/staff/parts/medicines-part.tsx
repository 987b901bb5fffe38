import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.tsx';
import { KeyboardField } from '../../../components/keyboard-field/keyboard-field.tsx';
import { Pictogram } from '../../../components/pictogram/pictogram.tsx';
import { dayParts } from '../day-parts.ts';
import { emptyMedicine, isNameless, mostOf, type MedicineDraft } from '../draft.ts';
import { Problem, Part, type PartProps } from '../form-parts.tsx';
import { useListed } from '../use-listed.ts';

interface MedicineProps {
  medicine: MedicineDraft;
  index: number;
  onChange: (next: MedicineDraft, field: string) => void;
  onRemove: () => void;
}

const lines = [
  { field: 'name', label: 'builder.medicine.name', most: 80 },
  { field: 'strength', label: 'builder.medicine.strength', most: 40 },
  { field: 'purpose', label: 'builder.medicine.purpose', most: 80 },
] as const;

function MedicineFields({ medicine, index, onChange, onRemove }: MedicineProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="sub-part stack-small">
      <legend>{t('builder.medicine.number', { number: index + 1 })}</legend>
      {lines.map(({ field, label, most }) => (
        <KeyboardField
          key={field}
          label={t(label)}
          value={medicine[field]}
          maxLength={most}
          onChange={(text) => onChange({ ...medicine, [field]: text }, field)}
        />
      ))}
      <div className="four">
        {dayParts.map((part) => (
          <KeyboardField
            key={part}
            label={t(`handout.${part}`)}
            value={medicine.dayParts[part]}
            maxLength={20}
            onChange={(amount) =>
              onChange({ ...medicine, dayParts: { ...medicine.dayParts, [part]: amount } }, part)
            }
          />
        ))}
      </div>
      <KeyboardField
        label={t('builder.medicine.directions')}
        hint={t('builder.medicine.directions.hint')}
        multiline
        value={medicine.directions}
        maxLength={300}
        onChange={(directions) => onChange({ ...medicine, directions }, 'directions')}
      />
      <Problem words={isNameless(medicine) ? t('builder.medicine.no-name') : null} />
      <Button small kind="danger" onPress={onRemove}>
        {t('builder.medicine.remove')}
      </Button>
    </fieldset>
  );
}

export function MedicinesPart({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const listed = useListed();
  const replace = (index: number, next: MedicineDraft[], field?: string) =>
    change({ medicines: draft.medicines.toSpliced(index, 1, ...next) }, field);
  return (
    <Part
      name="medicines"
      title={t('builder.medicines')}
      summary={listed(draft.medicines.map(({ name }) => name.trim()).filter((name) => name !== ''))}
    >
      {draft.medicines.map((medicine, index) => (
        <MedicineFields
          key={index}
          medicine={medicine}
          index={index}
          onChange={(next, field) => replace(index, [next], `medicine ${index} ${field}`)}
          onRemove={() => replace(index, [])}
        />
      ))}
      <Button
        small
        isDisabled={draft.medicines.length >= mostOf.medicines}
        onPress={() => change({ medicines: [...draft.medicines, emptyMedicine] })}
      >
        <Pictogram name="plus" />
        {t('builder.medicine.add')}
      </Button>
    </Part>
  );
}
