import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskError } from '../../../../electron/contract/errors.ts';
import { Button } from '../../../components/button/button.tsx';
import { KeyboardField } from '../../../components/keyboard-field/keyboard-field.tsx';
import { useSession } from '../../../lib/session/session.tsx';
import { toKioskError } from '../../../lib/use-call.ts';
import { filled } from '../draft.ts';
import { Problem, Part, type PartProps } from '../form-parts.tsx';
import { useProblemWords } from '../problem-words.ts';
import { clinicOf } from '../to-request.ts';

const fields = [
  { field: 'clinicName', label: 'builder.clinic.name', most: 120 },
  { field: 'clinicPhone', label: 'builder.clinic.phone', most: 40 },
  { field: 'clinicAddress', label: 'builder.clinic.address', most: 200 },
] as const;

/** The clinic's own name, phone and address: staff may keep them. */
export function ClinicPart({
  draft,
  change,
  session,
  onEnded,
}: PartProps & { session: string; onEnded: () => void }) {
  const { t } = useTranslation();
  const { client } = useSession();
  const words = useProblemWords();
  const [done, setDone] = useState<'kept' | KioskError | null>(null);
  const clinic = clinicOf(draft);
  const keep = async () => {
    if (!clinic) return;
    try {
      await client['clinic.save']({ session, clinic });
      setDone('kept');
    } catch (error) {
      const problem = toKioskError(error);
      if (problem.code === 'session-ended') onEnded();
      else setDone(problem);
    }
  };
  return (
    <Part name="clinic" title={t('builder.clinic')} summary={draft.clinicName}>
      {fields.map(({ field, label, most }) => (
        <KeyboardField
          key={field}
          label={t(label)}
          value={draft[field]}
          maxLength={most}
          onChange={(text) => {
            setDone(null);
            change({ [field]: text }, field);
          }}
        />
      ))}
      <Problem
        words={
          !clinic && [draft.clinicPhone, draft.clinicAddress].some(filled)
            ? t('builder.clinic.no-name')
            : null
        }
      />
      <div className="row">
        <Button small isDisabled={!clinic} onPress={() => void keep()}>
          {t('builder.clinic.keep')}
        </Button>
        <span role="status">{done === 'kept' ? t('builder.clinic.kept') : done ? words(done) : ''}</span>
      </div>
    </Part>
  );
}
