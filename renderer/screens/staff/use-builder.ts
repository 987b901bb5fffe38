/** Everything the builder knows, and what its controls do. Lives in memory, and is gone when staff leave. */
import { useCallback, useEffect, useState } from 'react';
import type { GuideCard } from '../../../electron/contract/document.ts';
import type { KioskError } from '../../../electron/contract/errors.ts';
import type { HandoutTemplate } from '../../../electron/contract/handout-template.ts';
import type { LocalResource } from '../../../electron/contract/local-resource.ts';
import { useSession } from '../../lib/session/session.tsx';
import { toKioskError, useCall } from '../../lib/use-call.ts';
import { useLatest } from '../../lib/use-latest.ts';
import type { PopupName } from './builder-popups.tsx';
import { usePreview } from './builder-preview/use-preview.ts';
import { emptyDraft, hasTyped, type Draft } from './draft.ts';
import { missingGuides, withTemplate } from './template-draft.ts';
import { toRequest } from './to-request.ts';
import { useBuilderKeys } from './use-builder-keys.ts';
import { useDraftHistory } from './use-draft-history.ts';
import { useRecent } from './use-recent.ts';

export interface BuilderProps {
  session: string;
  /** False while staff look at another page: what was typed stays, keys do nothing. */
  isShown: boolean;
  onLeave: () => void;
  onEnded: () => void;
}

/** The guides of the screen's language, and the places patients see, read again when staff come back from the list. */
function useOffered(isShown: boolean): { isLoading: boolean; cards: GuideCard[]; places: LocalResource[] } {
  const { client, language } = useSession();
  const { tag } = language;
  const home = useCall(tag, () => client['library.home']({ language: tag }));
  const list = useCall(`${tag} ${isShown}`, () => client['resources.list']({ language: tag }));
  return {
    isLoading: home.state === 'loading' || list.state === 'loading',
    cards: home.state === 'done' ? home.value.groups.flatMap((group) => group.guides) : [],
    places: list.state === 'done' ? list.value.resources.map(({ age: _age, ...resource }) => resource) : [],
  };
}

type DraftHistory = ReturnType<typeof useDraftHistory>;

/** Fills in the clinic that is kept, in every step: it is no step of its own. */
function useKeptClinic(
  session: string,
  amend: DraftHistory['amend'],
  onFailed: (error: unknown) => void,
): void {
  const { client } = useSession();
  useEffect(() => {
    client['clinic.read']({ session }).then(({ clinic }) => {
      if (!clinic) return;
      const { name, phone = '', address = '' } = clinic;
      amend((draft) =>
        draft.clinicName + draft.clinicPhone + draft.clinicAddress === ''
          ? { ...draft, clinicName: name, clinicPhone: phone, clinicAddress: address }
          : draft,
      );
    }, onFailed);
  }, [client, session, amend, onFailed]);
}

/** What went wrong with something that was not pressed for; the end of the session leads out. */
function useProblem(onEnded: () => void) {
  const [problem, setProblem] = useState<KioskError | null>(null);
  const ended = useLatest(onEnded);
  const onFailed = useCallback(
    (error: unknown) => {
      const known = toKioskError(error);
      if (known.code === 'session-ended') ended.current();
      else setProblem(known);
    },
    [ended],
  );
  return { problem, onFailed, forget: () => setProblem(null) };
}

const cleared = (language: string) => (draft: Draft) => {
  const { clinicName, clinicPhone, clinicAddress } = draft;
  return { ...emptyDraft(language), clinicName, clinicPhone, clinicAddress };
};

export function useBuilder({ session, isShown, onLeave, onEnded }: BuilderProps) {
  const { client, language, kiosk } = useSession();
  const history = useDraftHistory(() => emptyDraft(language.tag));
  const { draft, amend, replace, undo, redo } = history;
  const [popup, setPopup] = useState<PopupName | null>(null);
  const { isLoading, cards, places } = useOffered(isShown);
  const recent = useRecent();
  const { problem, onFailed, forget } = useProblem(onEnded);
  useKeptClinic(session, amend, onFailed);
  const request = toRequest(draft, places);
  const preview = usePreview(session, request, onEnded);
  const ready = request !== null && preview.pdf !== null && !preview.updating && preview.problem === null;
  const open = (name: PopupName) => {
    if (ready || !['print', 'save'].includes(name)) setPopup(name);
  };
  useBuilderKeys(isShown, { print: () => open('print'), save: () => open('save'), undo, redo });
  return {
    ...{ history, isLoading, problem, cards, places, recent, request, ready, popup },
    preview: request ? preview : null,
    openPopup: open,
    closePopup: () => setPopup(null),
    leave: () => (hasTyped(draft) ? setPopup('leave') : onLeave()),
    clear: () => {
      replace(cleared(language.tag));
      setPopup(null);
    },
    /** The dates belong to the start they were laid out from, in whichever step that stands. */
    proposeDates: (start: string) => {
      forget();
      void client['handout.calendar']({ session, start }).then(
        ({ dates }) =>
          amend((one) =>
            one.testStart === start && one.testDates.length === 0 ? { ...one, testDates: dates } : one,
          ),
        onFailed,
      );
    },
    chooseTemplate: (template: HandoutTemplate): number => {
      const known = { guides: cards.map(({ id }) => id), languages: kiosk.languages.map(({ tag }) => tag) };
      replace((one) => withTemplate(one, template, known));
      return missingGuides(template, known.guides);
    },
  };
}
