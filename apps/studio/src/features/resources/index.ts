export { BindingRequestDialog } from './asked-resource.tsx';
export { ResourcesPage } from './resources-page.tsx';
