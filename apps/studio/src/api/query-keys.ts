/** Names under which answers of the service are kept. */
export const queryKeys = {
  flows: ['flows'],
  flow: (id: string) => ['flow', id],
  versions: (id: string) => ['flow', id, 'versions'],
  version: (id: string, version: number) => ['flow', id, 'versions', version],
  /** Below `flows`, so that what changes the list changes them too. */
  drafts: ['flows', 'drafts'],
  signature: (id: string, version: number | null) => ['flow', id, 'signature', version ?? 'draft'],
  entered: (reference: string) => ['flows', 'entered', reference],
  resources: ['resources'],
  templates: ['templates'],
  session: ['session'],
} as const;
