import type { LocalResource } from '../../../../electron/contract/local-resource.ts';
import {
  optionalFields,
  type OptionalField,
  type ResourceKind,
} from '../../../../electron/contract/resource-fields.ts';

/** A place as the form holds it: every text there, empty where nothing was typed. */
export interface ResourceDraft extends Record<OptionalField, string> {
  kind: ResourceKind;
  name: string;
  lastChecked: string;
}

export function toDraft(resource: LocalResource): ResourceDraft {
  const texts = Object.fromEntries(optionalFields.map((field) => [field, resource[field] ?? '']));
  return {
    kind: resource.kind,
    name: resource.name,
    lastChecked: resource.lastChecked,
    ...(texts as Record<OptionalField, string>),
  };
}

/** An empty form; a place that is typed in is one that was looked up, so the check is today's until changed. */
export const emptyDraft = (today: string): ResourceDraft =>
  toDraft({ kind: 'clinic', name: '', lastChecked: today });

export type DraftProblem = 'no-name' | 'no-day';

/** The place, or what is missing. Days are compared as `2026-11-24`. */
export function toResource(draft: ResourceDraft, today: string): LocalResource | DraftProblem {
  if (draft.name.trim() === '') return 'no-name';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.lastChecked) || draft.lastChecked > today) return 'no-day';
  const filled = optionalFields.filter((field) => draft[field].trim() !== '');
  return {
    kind: draft.kind,
    name: draft.name,
    ...Object.fromEntries(filled.map((field) => [field, draft[field]])),
    lastChecked: draft.lastChecked,
  };
}
