import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { KeyboardField } from '../../components/keyboard-field/keyboard-field.tsx';
import { useSession } from '../../lib/session/session.tsx';
import type { StateCode } from './answers.ts';
import { findStates, statesByName } from './states.ts';

const longestName = 40;

/** A name, and its English form in brackets kept in one piece, so that a line never breaks inside of it. */
function StateWords({ name }: { name: string }) {
  const [, own, english] = /^([^(（]*)([(（].*[)）])$/.exec(name) ?? [null, name, null];
  return (
    <span>
      {own}
      {english ? <bdi className="finder-english">{english}</bdi> : null}
    </span>
  );
}

/** All states as large buttons, by name; what is typed leaves those that have it. */
export function StateList({
  chosen,
  onChoose,
}: {
  chosen: StateCode | undefined;
  onChoose: (code: StateCode) => void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const [typed, setTyped] = useState('');
  const states = useMemo(
    () => statesByName((code) => t(`finder.state.${code}`), language.locale),
    [t, language.locale],
  );
  const found = findStates(states, typed);
  return (
    <div className="stack">
      <KeyboardField
        label={t('finder.state.search')}
        value={typed}
        maxLength={longestName}
        onChange={setTyped}
      />
      <p role="status" className={found.length > 0 ? 'visually-hidden' : 'error'}>
        {found.length > 0 ? '' : t('finder.state.nothing')}
      </p>
      <div className="finder-states">
        {(found.length > 0 ? found : states).map(({ code, name }) => (
          <Button
            key={code}
            kind={code === chosen ? 'main' : 'plain'}
            // As written: a block in the name would be read with a space before it.
            aria-label={name}
            aria-pressed={code === chosen}
            onPress={() => onChoose(code)}
          >
            <StateWords name={name} />
          </Button>
        ))}
      </div>
    </div>
  );
}
