/** The execution sample: our own short listing, and the steps at which each line is the current one. */
export const code = {
  title: 'Execution sample',
  language: 'Python',
  lines: [
    { text: 'run_1 = train_model(data, params)', steps: [1] },
    { text: 'save_environment(code, data, env)', steps: [2] },
    { text: 'results_1 = evaluate_model(run_1)', steps: [1] },
    { text: '', steps: [] },
    { text: '# later, perhaps on another machine', steps: [] },
    { text: 'load_environment("v1")', steps: [3] },
    { text: 'run_2 = train_model(data, params)', steps: [4] },
    { text: 'results_2 = evaluate_model(run_2)', steps: [4] },
    { text: 'compare(results_1, results_2)', steps: [5, 6] }
  ],
  note: 'Evaluating belongs to training: step 1 runs both calls, and step 2 writes down what they ran with.'
};
