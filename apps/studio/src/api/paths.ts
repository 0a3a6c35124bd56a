const part = encodeURIComponent;

/** Where everything lives; ids are escaped here and nowhere else. */
export const paths = {
  flows: '/api/flows',
  flow: (id: string) => `/api/flows/${part(id)}`,
  flowFile: (id: string) => `/api/flows/${part(id)}/file`,
  publish: (id: string) => `/api/flows/${part(id)}/publish`,
  versions: (id: string) => `/api/flows/${part(id)}/versions`,
  version: (id: string, version: number) => `/api/flows/${part(id)}/versions/${version}`,
  resources: '/api/resources',
  resource: (name: string) => `/api/resources/${part(name)}`,
  templates: '/api/templates',
  session: '/api/session',
  call: (id: string) => `/api/calls/${part(id)}`,
  callStream: (id: string) => `/api/calls/${part(id)}/stream`,
  phoneCalls: '/api/phone/calls',
  phoneActs: (id: string) => `/api/phone/calls/${part(id)}/acts`,
  phoneHeard: (id: string) => `/api/phone/calls/${part(id)}/heard`,
};
