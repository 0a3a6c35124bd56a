/** Names under which answers of the service are kept. */
export const queryKeys = {
  flows: ['flows'],
  flow: (id: string) => ['flow', id],
  versions: (id: string) => ['flow', id, 'versions'],
  version: (id: string, version: number) => ['flow', id, 'versions', version],
  session: ['session'],
} as const;
