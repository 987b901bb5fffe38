/** What is said to this patient: the name, the next visit, a note. */
import { useTranslation } from 'react-i18next';
import { KeyboardField } from '../../../components/keyboard-field/keyboard-field.tsx';
import { useFigures } from '../../../lib/use-figures.ts';
import { filled, isDay } from '../draft.ts';
import { DateField, Problem, Part, type PartProps } from '../form-parts.tsx';

export function PatientPart({ draft, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <Part name="patient" title={t('builder.patient')} summary={draft.patientName}>
      <KeyboardField
        label={t('builder.patient.name')}
        value={draft.patientName}
        maxLength={120}
        onChange={(patientName) => change({ patientName }, 'patientName')}
      />
    </Part>
  );
}

export function VisitPart({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const { day } = useFigures();
  const hasDay = isDay(draft.visitDate);
  return (
    <Part name="visit" title={t('builder.visit')} summary={hasDay ? day(draft.visitDate) : ''}>
      <DateField
        label={t('builder.visit.date')}
        value={draft.visitDate}
        onChange={(visitDate) => change({ visitDate }, 'visitDate')}
      />
      <DateField
        label={t('builder.visit.time')}
        type="time"
        value={draft.visitTime}
        onChange={(visitTime) => change({ visitTime }, 'visitTime')}
      />
      <Problem words={!hasDay && filled(draft.visitTime) ? t('builder.visit.no-date') : null} />
    </Part>
  );
}

export function NotePart({ draft, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <Part name="note" title={t('builder.note')} summary={draft.note}>
      <KeyboardField
        label={t('builder.note.field')}
        multiline
        value={draft.note}
        maxLength={4000}
        onChange={(note) => change({ note }, 'note')}
      />
    </Part>
  );
}
