import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react';
import styles from './issue-list.module.css';

/** Something to mend: where, what is wrong, what to do. */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'info';
  readonly place?: string | undefined;
  readonly text: string;
  readonly cure: string;
  /** Leads to the place. */
  readonly onOpen?: (() => void) | undefined;
  /** A second way to mend it. */
  readonly more?: { readonly label: string; readonly onOpen: () => void } | undefined;
}

/** Things to mend, one below the other; those that lead somewhere are buttons. */
export function IssueList({ issues, label }: { readonly issues: readonly Issue[]; readonly label: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {issues.map((issue, index) => (
        <li key={`${index} ${issue.text}`}>
          {issue.onOpen === undefined ? (
            <div className={styles.row}>
              <IssueWords issue={issue} />
            </div>
          ) : (
            <UnstyledButton className={styles.row} onClick={issue.onOpen} data-opens>
              <IssueWords issue={issue} />
            </UnstyledButton>
          )}
          {issue.more !== undefined && (
            <UnstyledButton className={styles.more} onClick={issue.more.onOpen}>
              {issue.more.label}
            </UnstyledButton>
          )}
        </li>
      ))}
    </ul>
  );
}

function IssueWords({ issue: { severity, place, text, cure } }: { readonly issue: Issue }) {
  return (
    <>
      <SeverityIcon severity={severity} />
      <span className={styles.words}>
        {place !== undefined && <span className={styles.place}>{place}</span>}
        <span>{text}</span>
        <span className={styles.cure}>{cure}</span>
      </span>
    </>
  );
}

function SeverityIcon({ severity }: Pick<Issue, 'severity'>) {
  if (severity === 'error')
    return <IconExclamationCircle size={18} className={styles.error} aria-label="Error" />;
  if (severity === 'warning')
    return <IconAlertTriangle size={18} className={styles.warning} aria-label="Warning" />;
  return <IconInfoCircle size={18} className={styles.info} aria-label="Note" />;
}
