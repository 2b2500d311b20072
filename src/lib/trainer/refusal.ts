/** A manifest that is valid but cannot be trained. Its message is one sentence for the person who asked. */
export class TrainingRefused extends Error {
  override readonly name = 'TrainingRefused';
}

/** A training whose numbers grow without bound: it ends without a result, for anyone who trains the same. */
export class TrainingDiverged extends TrainingRefused {}
