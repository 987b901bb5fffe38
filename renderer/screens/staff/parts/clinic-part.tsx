import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.tsx';
import { KeyboardField } from '../../../components/keyboard-field/keyboard-field.tsx';
import { useSession } from '../../../lib/session/session.tsx';
import { Part, type PartProps } from '../form-parts.tsx';
import { clinicOf } from '../to-request.ts';

const fields = [
  { field: 'clinicName', label: 'builder.clinic.name', most: 120 },
  { field: 'clinicPhone', label: 'builder.clinic.phone', most: 40 },
  { field: 'clinicAddress', label: 'builder.clinic.address', most: 200 },
] as const;

/** The clinic's own name, phone and address: staff may keep them. */
export function ClinicPart({ draft, change, session }: PartProps & { session: string }) {
  const { t } = useTranslation();
  const { client } = useSession();
  const [kept, setKept] = useState(false);
  const clinic = clinicOf(draft);
  const keep = async () => {
    if (!clinic) return;
    await client['clinic.save']({ session, clinic });
    setKept(true);
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
            setKept(false);
            change({ [field]: text }, field);
          }}
        />
      ))}
      <div className="row">
        <Button small isDisabled={!clinic} onPress={() => void keep()}>
          {t('builder.clinic.keep')}
        </Button>
        <span role="status">{kept ? t('builder.clinic.kept') : ''}</span>
      </div>
    </Part>
  );
}
