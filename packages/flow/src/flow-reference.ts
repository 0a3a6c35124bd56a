/** What a flow is entered by: its id, and with `@3` behind it the version to which the step keeps. `version` null: the present one. */
export function parseFlowReference(text: string): { readonly flow: string; readonly version: number | null } {
  const [flow = '', version] = text.split('@');
  return { flow, version: version === undefined ? null : Number(version) };
}
