/** Why a training gave no result. The first page loads these words when they are needed. */
export const failures = {
  retry: 'Try again',
  ownTab: 'Open it in a tab of its own',
  /** What happened; the trainer's own sentence follows. */
  kinds: {
    cancelled: { title: 'The training stopped', why: 'The training was cancelled.' },
    refused: { title: 'The training stopped', why: 'The trainer refused this run.' },
    broken: {
      title: 'The training stopped',
      why: 'The trainer stopped working. That can happen when a device is short of memory.'
    },
    unloaded: { title: 'The training could not begin', why: '' },
    blocked: { title: 'No training is possible here', why: '' }
  }
};
