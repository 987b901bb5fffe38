import { useTranslation } from 'react-i18next';
import type { HandoutRequestInput } from '../../../electron/contract/handout-request.ts';
import { Button } from '../../components/button/button.tsx';
import { Popup } from '../../components/popup/popup.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { SavePopup } from './output.tsx';
import { PrintPopup } from './printing/print-popup.tsx';

export type PopupName = 'save' | 'print' | 'printers' | 'clear' | 'leave';

interface ConfirmProps {
  title: string;
  words: string;
  yes: string;
  onYes: () => void;
  onNo: () => void;
}

function Confirm({ title, words, yes, onYes, onNo }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Popup title={title} isOpen onClose={onNo}>
      <p>{words}</p>
      <div className="row">
        <Button kind="main" onPress={onNo}>
          {t('builder.confirm.stay')}
        </Button>
        <Button kind="danger" onPress={onYes}>
          {yes}
        </Button>
      </div>
    </Popup>
  );
}

interface BuilderPopupsProps {
  popup: PopupName | null;
  session: string;
  request: HandoutRequestInput | null;
  /** The sheet was printed or saved. */
  onMade: () => void;
  onClear: () => void;
  onLeave: () => void;
  onClose: () => void;
}

/** The dialogs over the builder, one at a time. */
export function BuilderPopups(props: BuilderPopupsProps) {
  const { popup, session, request, onMade, onClear, onLeave, onClose } = props;
  const { t } = useTranslation();
  const { client } = useSession();
  switch (popup) {
    case 'save':
      if (!request) return null;
      return (
        <SavePopup
          title={t('save.title')}
          session={session}
          save={(folder) => client['handout.save']({ session, folder, request })}
          onSaved={onMade}
          onClose={onClose}
        />
      );
    case 'print':
      if (!request) return null;
      return <PrintPopup session={session} request={request} onPrinted={onMade} onClose={onClose} />;
    case 'printers':
      return <PrintPopup session={session} request={null} onClose={onClose} />;
    case 'clear': {
      const texts = { words: t('builder.clear.words'), yes: t('builder.clear.yes') };
      return <Confirm title={t('builder.clear')} {...texts} onYes={onClear} onNo={onClose} />;
    }
    case 'leave': {
      const texts = { words: t('builder.leave.words'), yes: t('builder.leave.yes') };
      return <Confirm title={t('builder.leave')} {...texts} onYes={onLeave} onNo={onClose} />;
    }
    case null:
      return null;
    default:
      return popup satisfies never;
  }
}
