// The ids of everything that mentors and administrators press in the Home tab and in the windows that it opens.

/** What the action ids begin with. */
export const MENTOR_ACTIONS = {
  /** Answers the question that the button holds; a number follows. */
  answer: 'mentor:answer:',
  write: 'mentor:write',
  open: 'mentor:open',
  choose: 'mentor:choose',
  preview: 'mentor:preview',
  edit: 'mentor:edit',
  withdraw: 'mentor:withdraw',
  /** Brings back the version whose number follows. */
  restore: 'mentor:restore:',
} as const;

/** All of them. */
export const MENTOR_ACTION = /^mentor:/;
