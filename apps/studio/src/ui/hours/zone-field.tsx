import { FieldFrame } from '../field-frame.tsx';
import { ZoneSelect } from '../zone-select.tsx';
import { issueWithin } from './hours-issues.ts';
import type { PartProps } from './part-props.ts';

/** The time zone in which all times are meant. */
export function ZoneField({ draft, issues, at, disabled, onChange, onCommit }: PartProps) {
  const error = issueWithin(issues, 'time_zone');
  return (
    <FieldFrame label="Time zone" at={`${at}.time_zone`} error={error}>
      {(names) => (
        <ZoneSelect
          {...names}
          value={draft.zone}
          onChange={(zone) => {
            onChange({ zone: zone ?? '' });
            onCommit();
          }}
          allowDeselect={false}
          disabled={disabled}
          error={error !== undefined}
        />
      )}
    </FieldFrame>
  );
}
