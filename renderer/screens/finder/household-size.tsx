import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { wholeNumber } from './format.ts';
import { NumberPad } from './number-pad.tsx';

interface HouseholdSizeProps {
  value: number | undefined;
  /** Sizes with a button of their own; larger ones are typed. */
  offered: number;
  most: number;
  /** A size from a button answers at once; one that is typed waits for "Next". */
  onChoose: (size: number) => void;
  onType: (size: number | undefined) => void;
}

export function HouseholdSize({ value, offered, most, onChoose, onType }: HouseholdSizeProps) {
  const { t } = useTranslation();
  const { language } = useSession();
  const [typing, setTyping] = useState((value ?? 0) > offered);
  const text = (size: number) => wholeNumber(size, language.locale);
  if (typing) {
    return (
      <NumberPad
        value={value}
        most={most}
        text={text}
        onChange={(size) => onType(size === 0 ? undefined : size)}
      />
    );
  }
  return (
    <div className="finder-sizes">
      {Array.from({ length: offered }, (_, index) => index + 1).map((size) => (
        <Button
          key={size}
          kind={size === value ? 'main' : 'plain'}
          aria-pressed={size === value}
          onPress={() => onChoose(size)}
        >
          {text(size)}
        </Button>
      ))}
      <Button
        onPress={() => {
          onType(undefined);
          setTyping(true);
        }}
      >
        {t('finder.more-people')}
      </Button>
    </div>
  );
}
