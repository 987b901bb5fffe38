import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { Attention, useAttention } from './attention.tsx';
import { BuilderPopups } from './builder-popups.tsx';
import { PreviewColumn } from './builder-preview/preview-column.tsx';
import type { Draft } from './draft.ts';
import { ClinicPart } from './parts/clinic-part.tsx';
import { ExtrasPart } from './parts/extras-part.tsx';
import { GuidesPart } from './parts/guides-part.tsx';
import { KeysPart } from './parts/keys-part.tsx';
import { MedicinesPart } from './parts/medicines-part.tsx';
import { RecentPart } from './parts/recent-part.tsx';
import { CarerPart, LanguagesPart, PaperPart } from './parts/sheet-parts.tsx';
import { Problem } from './form-parts.tsx';
import { TemplatesPart } from './parts/templates-part.tsx';
import { TestsPart } from './parts/tests-part.tsx';
import { NotePart, PatientPart, VisitPart } from './parts/visit-parts.tsx';
import { useProblemWords } from './problem-words.ts';
import { toTemplate } from './template-draft.ts';
import { useBuilder, type BuilderProps } from './use-builder.ts';
import { useTemplates } from './use-templates.ts';

/** A template without guides and parts would be an empty one. */
function structureOf(draft: Draft) {
  const template = toTemplate(draft);
  return template.guides.length + template.parts.length > 0 ? template : null;
}

type BuilderState = ReturnType<typeof useBuilder>;

function Form({
  session,
  onEnded,
  builder,
}: Pick<BuilderProps, 'session' | 'onEnded'> & { builder: BuilderState }) {
  const { t } = useTranslation();
  const { history, cards, places, recent, request } = builder;
  const { draft, change, replace, settle } = history;
  const templates = useTemplates(session, onEnded);
  const attention = useAttention(session);
  const words = useProblemWords();
  // All at once, so that nothing moves under a finger, and a template finds the guides that it names.
  if (builder.isLoading || templates.isLoading || attention.state === 'loading')
    return <div className="builder-form" />;
  const part = { draft, change };
  const hasCarerSheet = draft.carerLanguage === '' || request === null || request.carer !== undefined;
  return (
    <form
      className="builder-form stack-small"
      onSubmit={(event) => event.preventDefault()}
      onBlur={settle}
      autoComplete="off"
    >
      <ScreenTitle of="builder">{t('builder.title')}</ScreenTitle>
      <Problem words={builder.problem ? words(builder.problem) : null} />
      <Attention loaded={attention} />
      <TemplatesPart templates={templates} structure={structureOf(draft)} onChoose={builder.chooseTemplate} />
      <RecentPart sheets={recent.sheets} cards={cards} onChoose={(sheet) => replace(() => sheet)} />
      <GuidesPart {...part} cards={cards} />
      <ExtrasPart {...part} places={places} />
      <LanguagesPart {...part} />
      <PatientPart {...part} />
      <MedicinesPart {...part} />
      <TestsPart {...part} propose={builder.proposeDates} />
      <VisitPart {...part} />
      <NotePart {...part} />
      <CarerPart {...part} hasSheet={hasCarerSheet} />
      <ClinicPart {...part} session={session} onEnded={onEnded} />
      <PaperPart {...part} />
      <KeysPart />
    </form>
  );
}

/** One form beside the PDF it makes. */
export function Builder(props: BuilderProps) {
  const { session, onLeave, onEnded } = props;
  const builder = useBuilder(props);
  useEffect(() => {
    // The PIN before it may have been scrolled to. Newer browsers answer with a promise, which is no clean-up.
    void document.getElementById('main')?.scrollTo({ top: 0 });
  }, []);
  const { history, preview, ready, popup, request, recent } = builder;
  return (
    <div className="builder">
      <Form session={session} onEnded={onEnded} builder={builder} />
      <PreviewColumn
        preview={preview}
        ready={ready}
        undo={{ can: history.canUndo, run: history.undo }}
        redo={{ can: history.canRedo, run: history.redo }}
        onOpen={builder.openPopup}
        onLeave={builder.leave}
      />
      <BuilderPopups
        popup={popup}
        session={session}
        request={request}
        onMade={() => recent.keep(history.draft)}
        onClear={builder.clear}
        onLeave={onLeave}
        onClose={builder.closePopup}
      />
    </div>
  );
}
