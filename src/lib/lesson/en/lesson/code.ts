/** The execution sample: our own short listing. */
export const code = {
  title: 'Execution sample',
  language: 'Python',
  lines: {
    then: '# then',
    train: 'run_1 = train_model(data, params)',
    save: 'save_environment()',
    evaluate: 'results_1 = evaluate_model(run_1)',
    later: '# later',
    load: 'load_environment("v1")',
    retrain: 'run_2 = train_model(data, params)',
    evaluateAgain: 'results_2 = evaluate_model(run_2)',
    compare: '# compare results_1 and results_2'
  },
  note: 'Evaluating belongs to training: steps 1 and 4 run both calls. Execution stops after the comparison.'
};
