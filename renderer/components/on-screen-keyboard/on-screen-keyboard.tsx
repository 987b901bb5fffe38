import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import SimpleKeyboard, { type KeyboardReactInterface } from 'react-simple-keyboard';
import 'react-simple-keyboard/build/css/index.css';
import { useSession } from '../../lib/session/session.tsx';
import { Button } from '../button/button.tsx';

interface Layout {
  layout: Record<string, string[]>;
  layoutCandidates?: Record<string, string>;
}

const layouts = import.meta.glob<Layout>('../../../node_modules/simple-keyboard-layouts/build/layouts/*.js', {
  import: 'default',
});
const latin = 'english';

/** Only what a patient needs: letters, digits, space, erase, shift; with `marks` also those of phones and addresses. */
function trimmed({ layout, layoutCandidates }: Layout, marks: boolean): Layout {
  const drop = /^(\{(tab|lock|enter|ctrl|alt|meta)[a-z]*\}|\.com|[-@\\`|=[\];',./+*<>{}])$/;
  const rows = Object.entries(layout).map(([name, lines]): [string, string[]] => [
    name,
    lines
      .map((line) =>
        line
          .split(' ')
          .filter((key) => key !== '' && !drop.test(key))
          .join(' ')
          .replace('{space}', marks ? '- , {space} . /' : '{space}'),
      )
      .filter((line) => line !== ''),
  ]);
  return { layout: Object.fromEntries(rows), ...(layoutCandidates ? { layoutCandidates } : {}) };
}

/** The keys are the library's own; without a type they would send the form they stand in. */
function keepForm(keyboard: { keyboardDOM: HTMLElement }): void {
  for (const key of keyboard.keyboardDOM.querySelectorAll('button')) key.type = 'button';
}

interface OnScreenKeyboardProps {
  value: string;
  onChange: (value: string) => void;
  /** Also the marks that stand in phones and addresses. */
  marks?: boolean;
}

/** A keyboard on the screen in the reader's script, with Latin letters one press away. */
export function OnScreenKeyboard({ value, onChange, marks = false }: OnScreenKeyboardProps) {
  const { t } = useTranslation();
  const { language } = useSession();
  const keyboard = useRef<KeyboardReactInterface | null>(null);
  const [useLatin, setUseLatin] = useState(false);
  const [shift, setShift] = useState(false);
  const [layout, setLayout] = useState<Layout | null>(null);
  const name = useLatin ? latin : language.keyboard;
  useEffect(() => {
    let current = true;
    void layouts[`../../../node_modules/simple-keyboard-layouts/build/layouts/${name}.js`]?.().then(
      (loaded) => current && setLayout(trimmed(loaded, marks)),
    );
    return () => {
      current = false;
    };
  }, [name, marks]);
  useEffect(() => keyboard.current?.setInput(value), [value, layout]);
  if (!layout) return null;
  const hasLatin = (layout.layout['default'] ?? []).some((row) => row.split(' ').includes('a'));
  return (
    <div className="keyboard stack-small" role="group" aria-label={t('keyboard.label')}>
      <SimpleKeyboard
        key={name}
        keyboardRef={(instance) => {
          keyboard.current = instance;
        }}
        layout={layout.layout}
        layoutName={shift ? 'shift' : 'default'}
        {...(layout.layoutCandidates ? { layoutCandidates: layout.layoutCandidates } : {})}
        display={{
          '{bksp}': t('keyboard.erase'),
          '{space}': t('keyboard.space'),
          '{shift}': t('keyboard.shift'),
        }}
        mergeDisplay
        useButtonTag
        onRender={keepForm}
        preventMouseDownDefault
        onChange={onChange}
        onKeyPress={(key) => {
          if (key === '{shift}') setShift(!shift);
          else if (shift) setShift(false);
        }}
      />
      {hasLatin && !useLatin ? null : (
        <div className="row" dir={language.direction}>
          <Button small onPress={() => setUseLatin(!useLatin)}>
            {useLatin ? language.ownName : t('keyboard.latin')}
          </Button>
        </div>
      )}
    </div>
  );
}
