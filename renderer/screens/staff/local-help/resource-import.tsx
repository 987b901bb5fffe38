import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview as Preview } from '../../../../electron/contract/local-resource.ts';
import {
  csvColumns,
  csvLimits,
  requiredColumns,
  resourceKinds,
} from '../../../../electron/contract/resource-fields.ts';
import { Button } from '../../../components/button/button.tsx';
import { ScreenTitle } from '../../../components/frame/frame.tsx';
import { readTextFile } from '../../../lib/read-text-file.ts';
import { useSession } from '../../../lib/session/session.tsx';
import { toKioskError } from '../../../lib/use-call.ts';
import { useFigures } from '../../../lib/use-figures.ts';
import { useProblemWords } from '../problem-words.ts';
import { ImportPreview } from './import-preview.tsx';
import { csvFormat, useImportWords } from './import-words.ts';

const codes = (names: readonly string[]) => (
  <ul className="code-words" dir="ltr">
    {names.map((name) => (
      <li key={name}>
        <code>{name}</code>
      </li>
    ))}
  </ul>
);

function Format() {
  const { t } = useTranslation();
  return (
    <section className="resource stack-small">
      <p>{t('local-import.sample', { format: csvFormat })}</p>
      <p>{t('local-import.format', { required: requiredColumns.join(', ') })}</p>
      {codes(csvColumns)}
      <p>{t('local-import.kinds', { column: 'kind' })}</p>
      {codes(resourceKinds)}
    </section>
  );
}

type Read =
  | { state: 'none' }
  | { state: 'reading' }
  | { state: 'failed'; words: string }
  | { state: 'read'; csv: string; preview: Preview };

/** Reads a chosen file in the page and asks the kiosk what it would do. Nothing is saved by this. */
function useFilePreview(session: string, onEnded: () => void) {
  const { client } = useSession();
  const importWords = useImportWords();
  const problemWords = useProblemWords();
  const [read, setRead] = useState<Read>({ state: 'none' });
  const choose = async (file: File) => {
    setRead({ state: 'reading' });
    try {
      const content = await readTextFile(file, csvLimits.bytes);
      if ('trouble' in content) return setRead({ state: 'failed', words: importWords.file(content.trouble) });
      const preview = await client['staff.resources.importPreview']({ session, csv: content.text });
      if (preview.problem) setRead({ state: 'failed', words: importWords.file(preview.problem) });
      else setRead({ state: 'read', csv: content.text, preview });
    } catch (error) {
      const known = toKioskError(error);
      if (known.code === 'session-ended') onEnded();
      else setRead({ state: 'failed', words: problemWords(known) });
    }
  };
  return { read, choose };
}

interface ResourceImportProps {
  session: string;
  /** What the kiosk said of the last try to save. */
  problem: string;
  onEnded: () => void;
  onConfirm: (csv: string) => void;
  onCancel: () => void;
}

/** Choose a file, see what it would change and what is wrong with it, then confirm or not. */
export function ResourceImport({ session, problem, onEnded, onConfirm, onCancel }: ResourceImportProps) {
  const { t } = useTranslation();
  const { number } = useFigures();
  const input = useRef<HTMLInputElement>(null);
  const { read, choose } = useFilePreview(session, onEnded);
  const useful = read.state === 'read' ? read.preview.rows.filter((row) => row.effect !== 'same') : [];
  const good = read.state === 'read' ? read.preview.rows.length : 0;
  const status = read.state === 'reading' ? t('local-import.reading') : '';
  const wrong = read.state === 'failed' ? read.words : problem;
  return (
    <div className="page page-wide stack">
      <ScreenTitle of="local-import">{t('local-staff.import')}</ScreenTitle>
      <p className="lead">{t('local-import.words')}</p>
      <Format />
      <div className="row">
        <input
          ref={input}
          hidden
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = ''; // the same file, corrected, can be chosen again
            if (file) void choose(file);
          }}
        />
        <Button kind={good > 0 ? 'plain' : 'main'} onPress={() => input.current?.click()}>
          {read.state === 'none' ? t('local-import.choose') : t('local-import.other')}
        </Button>
        <Button onPress={onCancel}>{t('local-staff.form.cancel')}</Button>
      </div>
      <p role="status">{read.state === 'read' ? t('local-import.nothing') : status}</p>
      <p role="alert" className="error">
        {wrong}
      </p>
      {read.state === 'read' ? <ImportPreview preview={read.preview} /> : null}
      {read.state === 'read' && useful.length > 0 ? (
        <div className="row">
          <Button kind="main" onPress={() => onConfirm(read.csv)}>
            {t('local-import.confirm', { number: number(good) })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
