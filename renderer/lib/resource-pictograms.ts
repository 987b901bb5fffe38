import type { ResourceKind } from '../../electron/contract/resource-fields.ts';

/** The drawing that stands for each kind of local help. */
export const resourcePictograms: Record<ResourceKind, string> = {
  clinic: 'clinic',
  pharmacy: 'pill',
  food: 'with-food',
  transport: 'map-pin',
  'legal-aid': 'rights',
  housing: 'home',
  other: 'caregiver',
};
