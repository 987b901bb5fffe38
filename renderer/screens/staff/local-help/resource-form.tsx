import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalResource } from '../../../../electron/contract/local-resource.ts';
import {
  fieldLimits,
  resourceKinds,
  type OptionalField,
} from '../../../../electron/contract/resource-fields.ts';
import { Button } from '../../../components/button/button.tsx';
import { ScreenTitle } from '../../../components/frame/frame.tsx';
import { KeyboardField } from '../../../components/keyboard-field/keyboard-field.tsx';
import { Choice, DateField } from '../form-parts.tsx';
import { emptyDraft, toDraft, toResource, type DraftProblem, type ResourceDraft } from './resource-draft.ts';

const problemWords: Record<DraftProblem, string> = {
  'no-name': 'local-staff.form.no-name',
  'no-day': 'local-staff.form.no-day',
};

const lines: { field: Exclude<OptionalField, 'notes'>; label: string }[] = [
  { field: 'phone', label: 'local.phone' },
  { field: 'address', label: 'local.address' },
  { field: 'hours', label: 'local.hours' },
  { field: 'languages', label: 'local.languages' },
  { field: 'cost', label: 'local.cost' },
];

interface ResourceFormProps {
  /** The place to change; absent for a new one. */
  resource?: LocalResource | undefined;
  today: string;
  /** What the kiosk said of the last try to save. */
  problem: string;
  onSave: (resource: LocalResource) => void;
  onCancel: () => void;
}

/** One place, new or changed. Enter saves from any field but the note. */
export function ResourceForm({ resource, today, problem, onSave, onCancel }: ResourceFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<ResourceDraft>(() => (resource ? toDraft(resource) : emptyDraft(today)));
  const [missing, setMissing] = useState<DraftProblem | null>(null);
  const change = (next: Partial<ResourceDraft>) => {
    setMissing(null);
    setDraft((before) => ({ ...before, ...next }));
  };
  const save = () => {
    const ready = toResource(draft, today);
    if (typeof ready === 'string') setMissing(ready);
    else onSave(ready);
  };
  return (
    <form
      className="page stack"
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ScreenTitle of="local-form">
        {resource ? t('local-staff.form.change') : t('local-staff.add')}
      </ScreenTitle>
      <Choice
        label={t('local-staff.form.kind')}
        value={draft.kind}
        options={resourceKinds.map((kind) => ({ value: kind, label: t(`local.kind.${kind}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <KeyboardField
        label={t('local-staff.form.name')}
        value={draft.name}
        maxLength={fieldLimits.name}
        onChange={(name) => change({ name })}
      />
      {lines.map(({ field, label }) => (
        <KeyboardField
          key={field}
          label={t(label)}
          value={draft[field]}
          maxLength={fieldLimits[field]}
          onChange={(text) => change({ [field]: text })}
        />
      ))}
      <KeyboardField
        label={t('local-staff.form.notes')}
        hint={t('local-staff.form.notes.hint')}
        multiline
        value={draft.notes}
        maxLength={fieldLimits.notes}
        onChange={(notes) => change({ notes })}
      />
      <DateField
        label={t('local-staff.form.checked')}
        value={draft.lastChecked}
        onChange={(lastChecked) => change({ lastChecked })}
      />
      <p role="alert" className="error">
        {missing ? t(problemWords[missing]) : problem}
      </p>
      <div className="row">
        <Button kind="main" type="submit">
          {t('local-staff.form.save')}
        </Button>
        <Button onPress={onCancel}>{t('local-staff.form.cancel')}</Button>
      </div>
    </form>
  );
}
