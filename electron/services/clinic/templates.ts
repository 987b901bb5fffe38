import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../contract/calls.ts';
import { KioskError } from '../../contract/errors.ts';
import {
  handoutTemplateSchema,
  shippedNames,
  templateLimits,
  type HandoutTemplate,
  type ListedTemplate,
} from '../../contract/handout-template.ts';
import type { CallName } from '../../contract/names.ts';
import { guardStorage } from '../../db/open.ts';
import type { Library } from '../library/types.ts';
import type { Staff } from '../staff/staff.ts';
import { nameKey } from './resource-csv.ts';
import { shippedTemplates } from './shipped-templates.ts';

interface OwnTemplate {
  name: string;
  template: HandoutTemplate;
}

/** Starting points for handouts: those shipped, and the clinic's own. Nothing of a patient is in them. */
export interface Templates {
  /** The shipped ones first, then the own ones by name in the order of `locale`. */
  list(locale: string): ListedTemplate[];
  /** Throws `template-exists` unless `replace`, and `templates-full` for one more than forty. */
  save(own: OwnTemplate, replace: boolean): void;
  /** Returns what was taken out; saving it undoes this. Throws `not-found`. */
  remove(name: string): OwnTemplate;
}

interface Row {
  name: string;
  structure: string;
}

const read = ({ name, structure }: Row): OwnTemplate => ({
  name,
  template: handoutTemplateSchema.parse(JSON.parse(structure)),
});

export function createTemplates({ db }: { db: Database }): Templates {
  const all = db.prepare<[], Row>('SELECT name, structure FROM handout_templates');
  const one = db.prepare<[string], Row>('SELECT name, structure FROM handout_templates WHERE name_key = ?');
  const write = db.prepare('INSERT OR REPLACE INTO handout_templates VALUES (?, ?, ?)');
  return {
    list(locale) {
      const collator = new Intl.Collator(locale, { numeric: true });
      const own = all
        .all()
        .map(read)
        .sort((a, b) => collator.compare(a.name, b.name));
      return [
        ...shippedNames.map((name) => ({ from: 'shipped' as const, name, template: shippedTemplates[name] })),
        ...own.map((row) => ({ from: 'own' as const, ...row })),
      ];
    },
    save({ name, template }, replace) {
      const key = nameKey(name);
      const there = one.get(key) !== undefined;
      if (there && !replace) throw new KioskError('template-exists');
      if (!there && all.all().length >= templateLimits.own) throw new KioskError('templates-full');
      guardStorage(() => write.run(key, name, JSON.stringify(handoutTemplateSchema.parse(template))));
    },
    remove(name) {
      const row = one.get(nameKey(name));
      if (!row) throw new KioskError('not-found', { what: 'template' });
      guardStorage(() => db.prepare('DELETE FROM handout_templates WHERE name_key = ?').run(nameKey(name)));
      return read(row);
    },
  };
}

interface Parts {
  templates: Templates;
  staff: Staff;
  library: Library;
}

/** The calls about templates; each asks for a session first. */
export function createTemplateHandlers({
  templates,
  staff,
  library,
}: Parts): Pick<Handlers, Extract<CallName, `templates.${string}`>> {
  return {
    'templates.list': ({ session, language }) => {
      staff.requireSession(session);
      return { templates: templates.list(library.locale(language)) };
    },
    'templates.save': ({ session, name, template, replace }) => {
      staff.requireSession(session);
      templates.save({ name, template }, replace);
      return {};
    },
    'templates.remove': ({ session, name }) => {
      staff.requireSession(session);
      return { removed: templates.remove(name) };
    },
  };
}
