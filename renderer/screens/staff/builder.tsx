import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskError } from '../../../electron/contract/errors.ts';
import type { HandoutRequestInput } from '../../../electron/contract/handout-request.ts';
import { Button } from '../../components/button/button.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { KeyboardField } from '../../components/keyboard-field/keyboard-field.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { Popup } from '../../components/popup/popup.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { toKioskError, useCall } from '../../lib/use-call.ts';
import { Attention } from './attention.tsx';
import { emptyDraft, hasTyped, toRequest, type Draft } from './draft.ts';
import { Choice, DateField, MedicinesPart, Part, TestsPart, type PartProps } from './form-parts.tsx';
import { GuidesPart } from './guides-part.tsx';
import { SavePopup } from './output.tsx';
import { Preview } from './preview.tsx';
import { PrintPopup } from './printing/print-popup.tsx';
import { useProblemWords } from './problem-words.ts';

interface BuilderProps {
  session: string;
  onLeave: () => void;
  onEnded: () => void;
}

type Shown = { pdf: string; of: string } | null;

/** Asks for the PDF again when typing pauses; keeps the last one until the next is there. */
function usePreview(session: string, request: HandoutRequestInput | null, onEnded: () => void) {
  const { client } = useSession();
  const [shown, setShown] = useState<Shown>(null);
  const [problem, setProblem] = useState<KioskError | null>(null);
  const key = request ? JSON.stringify(request) : '';
  useEffect(() => {
    let current = true;
    if (key === '') return undefined;
    const timer = setTimeout(() => {
      client['handout.preview']({ session, request: JSON.parse(key) as HandoutRequestInput }).then(
        ({ pdf }) => {
          if (!current) return;
          setShown({ pdf, of: key });
          setProblem(null);
        },
        (error: unknown) => {
          const known = toKioskError(error);
          if (current && known.code === 'session-ended') onEnded();
          else if (current) setProblem(known);
        },
      );
    }, 400);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // onEnded is new at each render and does not change what is asked for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, session, key]);
  if (key === '') return { shown: null, problem: null, updating: false };
  return { shown, problem, updating: shown?.of !== key && problem === null };
}

function LanguagesPart({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const { kiosk } = useSession();
  const options = kiosk.languages.map(({ tag, ownName }) => ({ value: tag, label: ownName, lang: tag }));
  return (
    <Part title={t('builder.languages')}>
      <Choice
        label={t('builder.language')}
        value={draft.language}
        options={options}
        onChange={(language) =>
          change({ language, ...(draft.secondLanguage === language ? { secondLanguage: '' } : {}) })
        }
      />
      <Choice
        label={t('builder.second-language')}
        value={draft.secondLanguage}
        options={[
          { value: '', label: t('builder.second-language.none') },
          ...options.filter(({ value }) => value !== draft.language),
        ]}
        onChange={(secondLanguage) => change({ secondLanguage })}
      />
    </Part>
  );
}

function ClinicPart({ draft, change, session }: PartProps & { session: string }) {
  const { t } = useTranslation();
  const { client } = useSession();
  const [kept, setKept] = useState(false);
  const keep = async () => {
    const clinic = toRequest({ ...draft, guides: ['any'] })?.clinic;
    if (!clinic) return;
    await client['clinic.save']({ session, clinic });
    setKept(true);
  };
  const set = (next: Partial<Draft>) => {
    setKept(false);
    change(next);
  };
  return (
    <Part title={t('builder.clinic')}>
      <KeyboardField
        label={t('builder.clinic.name')}
        value={draft.clinicName}
        maxLength={120}
        onChange={(clinicName) => set({ clinicName })}
      />
      <KeyboardField
        label={t('builder.clinic.phone')}
        value={draft.clinicPhone}
        maxLength={40}
        onChange={(clinicPhone) => set({ clinicPhone })}
      />
      <KeyboardField
        label={t('builder.clinic.address')}
        value={draft.clinicAddress}
        maxLength={200}
        onChange={(clinicAddress) => set({ clinicAddress })}
      />
      <div className="row">
        <Button small isDisabled={draft.clinicName.trim() === ''} onPress={() => void keep()}>
          {t('builder.clinic.keep')}
        </Button>
        <span role="status">{kept ? t('builder.clinic.kept') : ''}</span>
      </div>
    </Part>
  );
}

function PaperPart({ draft, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <Part title={t('builder.paper')}>
      <Choice
        label={t('builder.paper.size')}
        value={draft.paper}
        options={[
          { value: 'letter', label: t('builder.paper.letter') },
          { value: 'a4', label: t('builder.paper.a-four') },
        ]}
        onChange={(paper) => change({ paper })}
      />
      <Choice
        label={t('builder.print')}
        value={draft.print}
        options={[
          { value: 'normal', label: t('builder.print.normal') },
          { value: 'large', label: t('builder.print.large') },
        ]}
        onChange={(print) => change({ print })}
      />
    </Part>
  );
}

function Confirm({
  title,
  words,
  yes,
  onYes,
  onNo,
}: {
  title: string;
  words: string;
  yes: string;
  onYes: () => void;
  onNo: () => void;
}) {
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

/** One form beside the PDF it makes. */
export function Builder({ session, onLeave, onEnded }: BuilderProps) {
  const { t } = useTranslation();
  const { client, language } = useSession();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(language.tag));
  const [popup, setPopup] = useState<'save' | 'print' | 'printers' | 'clear' | 'leave' | null>(null);
  const words = useProblemWords();
  const home = useCall(language.tag, () => client['library.home']({ language: language.tag }));
  const cards = home.state === 'done' ? home.value.groups.flatMap((group) => group.guides) : [];
  const change = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }));
  useEffect(() => {
    void client['clinic.read']({ session }).then(({ clinic }) => {
      if (clinic)
        setDraft((before) => ({
          ...before,
          clinicName: clinic.name,
          clinicPhone: clinic.phone ?? '',
          clinicAddress: clinic.address ?? '',
        }));
    });
  }, [client, session]);
  const request = toRequest(draft);
  const { shown, problem, updating } = usePreview(session, request, onEnded);
  const ready = request !== null && shown !== null && !updating && problem === null;
  const propose = (start: string) =>
    void client['handout.calendar']({ session, start }).then(({ dates }) => change({ testDates: dates }));
  const clear = () => {
    const { clinicName, clinicPhone, clinicAddress } = draft;
    setDraft({ ...emptyDraft(language.tag), clinicName, clinicPhone, clinicAddress });
    setPopup(null);
  };
  return (
    <div className="builder">
      <form className="builder-form stack" onSubmit={(event) => event.preventDefault()} autoComplete="off">
        <ScreenTitle of="builder">{t('builder.title')}</ScreenTitle>
        <Attention session={session} />
        <GuidesPart draft={draft} change={change} cards={cards} />
        <LanguagesPart draft={draft} change={change} />
        <Part title={t('builder.patient')}>
          <KeyboardField
            label={t('builder.patient.name')}
            value={draft.patientName}
            maxLength={120}
            onChange={(patientName) => change({ patientName })}
          />
        </Part>
        <MedicinesPart draft={draft} change={change} />
        <TestsPart draft={draft} change={change} propose={propose} />
        <Part title={t('builder.visit')}>
          <DateField
            label={t('builder.visit.date')}
            value={draft.visitDate}
            onChange={(visitDate) => change({ visitDate })}
          />
          <DateField
            label={t('builder.visit.time')}
            type="time"
            value={draft.visitTime}
            onChange={(visitTime) => change({ visitTime })}
          />
        </Part>
        <Part title={t('builder.note')}>
          <KeyboardField
            label={t('builder.note.field')}
            multiline
            value={draft.note}
            maxLength={4000}
            onChange={(note) => change({ note })}
          />
        </Part>
        <ClinicPart draft={draft} change={change} session={session} />
        <PaperPart draft={draft} change={change} />
      </form>
      <div className="builder-preview">
        <div className="builder-actions row">
          <Button kind="main" isDisabled={!ready} onPress={() => setPopup('print')}>
            <Pictogram name="print" />
            {t('builder.print.action')}
          </Button>
          <Button isDisabled={!ready} onPress={() => setPopup('save')}>
            <Pictogram name="usb" />
            {t('builder.save.action')}
          </Button>
          <Button small onPress={() => setPopup('printers')}>
            {t('print.printers')}
          </Button>
          <Button small onPress={() => setPopup('clear')}>
            {t('builder.clear')}
          </Button>
          <Button small onPress={() => (hasTyped(draft) ? setPopup('leave') : onLeave())}>
            {t('builder.leave')}
          </Button>
        </div>
        <p role="status" className={problem ? 'error' : 'quiet'}>
          {problem
            ? words(problem)
            : request === null
              ? t('builder.preview.empty')
              : updating
                ? t('builder.preview.updating')
                : t('builder.preview.ready')}
        </p>
        {shown && request ? <Preview pdf={shown.pdf} /> : null}
      </div>
      {popup === 'save' && request ? (
        <SavePopup
          title={t('save.title')}
          session={session}
          save={(folder) => client['handout.save']({ session, folder, request })}
          onClose={() => setPopup(null)}
        />
      ) : null}
      {popup === 'print' && request ? (
        <PrintPopup session={session} request={request} onClose={() => setPopup(null)} />
      ) : null}
      {popup === 'printers' ? (
        <PrintPopup session={session} request={null} onClose={() => setPopup(null)} />
      ) : null}
      {popup === 'clear' ? (
        <Confirm
          title={t('builder.clear')}
          words={t('builder.clear.words')}
          yes={t('builder.clear.yes')}
          onYes={clear}
          onNo={() => setPopup(null)}
        />
      ) : null}
      {popup === 'leave' ? (
        <Confirm
          title={t('builder.leave')}
          words={t('builder.leave.words')}
          yes={t('builder.leave.yes')}
          onYes={onLeave}
          onNo={() => setPopup(null)}
        />
      ) : null}
    </div>
  );
}
