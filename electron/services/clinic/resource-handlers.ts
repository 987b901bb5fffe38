import type { Handlers } from '../../contract/calls.ts';
import type { CallName } from '../../contract/names.ts';
import { today, type Clock } from '../clock.ts';
import type { Folders } from '../folders/folders.ts';
import type { Library } from '../library/types.ts';
import type { Staff } from '../staff/staff.ts';
import type { LocalResources } from './local-resources.ts';

interface Parts {
  resources: LocalResources;
  staff: Staff;
  folders: Folders;
  library: Library;
  clock: Clock;
}

type ResourceHandlers = Pick<Handlers, Extract<CallName, `${string}resources.${string}`>>;

/** The calls about local help. All that change or tell more than a patient sees ask for a session first. */
export function createResourceHandlers({
  resources,
  staff,
  folders,
  library,
  clock,
}: Parts): ResourceHandlers {
  return {
    'resources.list': ({ language }) => ({ resources: resources.forPatients(library.locale(language)) }),
    'staff.resources.list': ({ session, language }) => {
      staff.requireSession(session);
      return { today: today(clock), resources: resources.forStaff(library.locale(language)) };
    },
    'staff.resources.save': ({ session, id, resource }) => {
      staff.requireSession(session);
      return { id: resources.save(resource, id) };
    },
    'staff.resources.remove': ({ session, id }) => {
      staff.requireSession(session);
      return { removed: resources.remove(id) };
    },
    'staff.resources.importPreview': ({ session, csv }) => {
      staff.requireSession(session);
      return resources.previewImport(csv);
    },
    'staff.resources.import': ({ session, csv }) => {
      staff.requireSession(session);
      return resources.importCsv(csv);
    },
    'staff.resources.export': ({ session, folder }) => {
      staff.requireSession(session);
      return { fileName: folders.save(folder, today(clock), resources.exportCsv(), 'local-help') };
    },
  };
}
