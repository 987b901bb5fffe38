import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskError } from '../../../electron/contract/errors.ts';
import { Button } from '../../components/button/button.tsx';
import { KeyboardField } from '../../components/keyboard-field/keyboard-field.tsx';
import { Popup } from '../../components/popup/popup.tsx';
import { useProblemWords } from './problem-words.ts';

/** As the contract's `templateLimits.name`, which the page cannot load without its schemas. */
const longestName = 60;

interface SaveTemplateProps {
  /** Answers with what went wrong, or null. */
  save: (name: string, replace: boolean) => Promise<KioskError | null>;
  onSaved: (name: string) => void;
  onClose: () => void;
}

/** Asks for a name, says what is kept and what is not, and asks again before another template is lost. */
export function SaveTemplate({ save, onSaved, onClose }: SaveTemplateProps) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<KioskError | null>(null);
  const exists = problem?.code === 'template-exists';
  const isNamed = name.trim() !== '';
  const run = async (replace: boolean) => {
    if (!isNamed) return;
    const failed = await save(name, replace);
    if (failed) setProblem(failed);
    else onSaved(name.trim());
  };
  return (
    <Popup title={t('builder.template.save')} isOpen onClose={onClose}>
      <form
        className="stack-small"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (!exists) void run(false);
        }}
      >
        <p>{t('builder.template.save.words')}</p>
        <KeyboardField
          label={t('builder.template.save.name')}
          hint={t('builder.template.save.hint')}
          value={name}
          maxLength={longestName}
          onChange={(text) => {
            setName(text);
            setProblem(null);
          }}
        />
        <p role="status" className="error">
          {problem ? words(problem) : ''}
        </p>
        <div className="row">
          {exists ? (
            <Button kind="danger" onPress={() => void run(true)}>
              {t('builder.template.save.replace')}
            </Button>
          ) : (
            <Button kind="main" type="submit" isDisabled={!isNamed}>
              {t('builder.save.action')}
            </Button>
          )}
          <Button onPress={onClose}>{t('popup.close')}</Button>
        </div>
      </form>
    </Popup>
  );
}
