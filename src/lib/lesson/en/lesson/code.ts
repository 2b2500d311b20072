/** The execution sample: our own short listing. */
export const code = {
  title: 'Execution sample',
  language: 'Python',
  lines: {
    train: 'run_1 = train_model(data, params)',
    save: 'save_environment(code, data, env)',
    evaluate: 'results_1 = evaluate_model(run_1)',
    later: '# later, perhaps on another machine',
    load: 'load_environment("v1")',
    retrain: 'run_2 = train_model(data, params)',
    evaluateAgain: 'results_2 = evaluate_model(run_2)',
    compare: 'compare(results_1, results_2)'
  },
  note: 'Evaluating belongs to training: step 1 runs both calls, and step 2 writes down what they ran with.'
};
