import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.ts';

export interface PartProps {
  draft: Draft;
  /** `field` names a text field: successive typing in one is one step to undo. */
  change: (next: Partial<Draft>, field?: string) => void;
}

interface FormPartProps {
  /** For style and tests. */
  name: string;
  title: string;
  /** What is in it, in one line; empty when nothing is. */
  summary: string;
  startsOpen?: boolean;
  children: ReactNode;
}

/** One part of the form: closed, its line still says what is in it. */
export function Part({ name, title, summary, startsOpen = false, children }: FormPartProps) {
  const { t } = useTranslation();
  return (
    <details className="part" data-part={name} open={startsOpen}>
      <summary>
        <span className="part-title">{title}</span>
        <span className="part-summary" data-empty={summary === '' || undefined}>
          <bdi>{summary || t('builder.nothing')}</bdi>
        </span>
      </summary>
      <div className="part-body stack-small" role="group" aria-label={title}>
        {children}
      </div>
    </details>
  );
}

/** Beside a field: why what was typed there is not printed, or what went wrong. */
export function Problem({ words }: { words: string | null }) {
  return words ? (
    <p role="status" className="error">
      {words}
    </p>
  ) : null;
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

/** Letter or A4. */
export function PaperChoice({
  value,
  onChange,
}: {
  value: 'letter' | 'a4';
  onChange: (paper: 'letter' | 'a4') => void;
}) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('builder.paper.size')}
      value={value}
      options={[
        { value: 'letter', label: t('builder.paper.letter') },
        { value: 'a4', label: t('builder.paper.a-four') },
      ]}
      onChange={onChange}
    />
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

export function Check({
  label,
  isChecked,
  isDisabled = false,
  onChange,
}: {
  label: ReactNode;
  isChecked: boolean;
  isDisabled?: boolean;
  onChange: (isChecked: boolean) => void;
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
