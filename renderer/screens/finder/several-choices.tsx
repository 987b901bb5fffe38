import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';
import { Button } from '../../components/button/button.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';

interface SeveralChoicesProps {
  options: { id: string; label: string }[];
  /** Undefined before anything was chosen; empty for none of them. */
  chosen: readonly string[] | undefined;
  onChange: (chosen: string[]) => void;
  onNone: () => void;
}

/** Any of a few answers, or none of them. */
export function SeveralChoices({ options, chosen, onChange, onNone }: SeveralChoicesProps) {
  const { t } = useTranslation();
  const toggle = (id: string, on: boolean) =>
    onChange(options.map((one) => one.id).filter((one) => (one === id ? on : chosen?.includes(one))));
  const none = chosen?.length === 0;
  return (
    <div className="finder-choices">
      {options.map(({ id, label }) => (
        <ToggleButton
          key={id}
          className="button finder-toggle"
          isSelected={chosen?.includes(id) ?? false}
          onChange={(on) => toggle(id, on)}
        >
          <span className="finder-box">
            <Pictogram name="check" />
          </span>
          <span>{label}</span>
        </ToggleButton>
      ))}
      <Button kind={none ? 'main' : 'plain'} aria-pressed={none} onPress={onNone}>
        {options.length > 1 ? t('finder.none') : t('finder.no')}
      </Button>
    </div>
  );
}
