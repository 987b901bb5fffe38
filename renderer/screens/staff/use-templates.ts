import { useState } from 'react';
import type { HandoutTemplate, ListedTemplate } from '../../../electron/contract/handout-template.ts';
import type { KioskError } from '../../../electron/contract/errors.ts';
import { useSession } from '../../lib/session/session.tsx';
import { toKioskError, useCall } from '../../lib/use-call.ts';

const none: ListedTemplate[] = [];

/** The templates as they stand, and what changes them. Each change answers with what went wrong, or null. */
export function useTemplates(session: string, onEnded: () => void) {
  const { client, language } = useSession();
  const [version, setVersion] = useState(0);
  const loaded = useCall(`${language.tag} ${version}`, () =>
    client['templates.list']({ session, language: language.tag }),
  );
  const run = async (work: () => Promise<unknown>): Promise<KioskError | null> => {
    try {
      await work();
      setVersion((before) => before + 1);
      return null;
    } catch (error) {
      const known = toKioskError(error);
      if (known.code === 'session-ended') onEnded();
      return known;
    }
  };
  return {
    isLoading: loaded.state === 'loading',
    templates: loaded.state === 'done' ? loaded.value.templates : none,
    problem: loaded.state === 'failed' ? loaded.error : null,
    save: (name: string, template: HandoutTemplate, replace: boolean) =>
      run(() => client['templates.save']({ session, name, template, replace })),
    remove: (name: string) => run(() => client['templates.remove']({ session, name })),
  };
}
