export { HoursField } from './hours-field.tsx';
