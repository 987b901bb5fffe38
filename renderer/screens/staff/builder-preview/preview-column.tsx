import { useTranslation } from 'react-i18next';
import type { KioskError } from '../../../../electron/contract/errors.ts';
import { Button } from '../../../components/button/button.tsx';
import { Pictogram } from '../../../components/pictogram/pictogram.tsx';
import type { PopupName } from '../builder-popups.tsx';
import { useProblemWords } from '../problem-words.ts';
import { Preview } from './preview.tsx';

interface PreviewColumnProps {
  /** Null while nothing would be printed. */
  preview: { pdf: string | null; problem: KioskError | null; updating: boolean } | null;
  /** The sheet shown is the sheet asked for. */
  ready: boolean;
  undo: { can: boolean; run: () => void };
  redo: { can: boolean; run: () => void };
  onOpen: (popup: PopupName) => void;
  onLeave: () => void;
}

function Actions({ ready, undo, redo, onOpen, onLeave }: Omit<PreviewColumnProps, 'preview'>) {
  const { t } = useTranslation();
  return (
    <div className="builder-actions row">
      <Button kind="main" isDisabled={!ready} onPress={() => onOpen('print')}>
        <Pictogram name="print" />
        {t('builder.print.action')}
      </Button>
      <Button isDisabled={!ready} onPress={() => onOpen('save')}>
        <Pictogram name="usb" />
        {t('builder.save.action')}
      </Button>
      <Button small isDisabled={!undo.can} onPress={undo.run}>
        {t('builder.undo')}
      </Button>
      <Button small isDisabled={!redo.can} onPress={redo.run}>
        {t('builder.redo')}
      </Button>
      <Button small onPress={() => onOpen('printers')}>
        {t('print.printers')}
      </Button>
      <Button small onPress={() => onOpen('clear')}>
        {t('builder.clear')}
      </Button>
      <Button small onPress={onLeave}>
        {t('builder.leave')}
      </Button>
    </div>
  );
}

/** What can be done with the sheet, how it stands, and the sheet itself. */
export function PreviewColumn({ preview, ...actions }: PreviewColumnProps) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const state = () => {
    if (!preview) return t('builder.preview.empty');
    if (preview.problem) return words(preview.problem);
    return preview.updating ? t('builder.preview.updating') : t('builder.preview.ready');
  };
  return (
    <div className="builder-preview">
      <Actions {...actions} />
      <p role="status" className={preview?.problem ? 'error' : 'quiet'}>
        {state()}
      </p>
      {preview?.pdf ? <Preview pdf={preview.pdf} /> : null}
    </div>
  );
}
