/*
 * The same training as kernel.as.ts, with vectors twice as wide: what a program made for this machine needs, and so
 * the bench's practical limit. Same passes, same order of every sum, same bits; see kernel.as.ts for why.
 * Built with -O3 -march=native -ffp-contract=off: contraction, which fuses operations, would change the bits.
 * With the argument `rows` it goes row by row instead. With -DLANES=1 its vectors hold one number: what a program
 * without vectors, such as the TypeScript trainer, could come to at best.
 *
 * stdin:  text: units epochs batch rate l2 runs warm, rows, then x0 x1 label of each row as hexadecimal floats
 * stdout: the processor's milliseconds for each run after the warm-up, one a line; then the weights of the last one
 *
 * Runs have the seeds 1, 1, …: the baseline over and over.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef __AVX__
#include <immintrin.h>
#endif

#ifndef LANES
#define LANES 4
#endif

enum { MOST_UNITS = 64, MOST_ROWS = 352, VECTORS = MOST_UNITS / LANES };

typedef double vector __attribute__((vector_size(8 * LANES)));
typedef int64_t mask __attribute__((vector_size(8 * LANES)));

#define ALL(x) ((vector){} + (x))
#define INLINE static inline __attribute__((always_inline))

INLINE vector pick(mask where, vector yes, vector no) { return (vector)((where & (mask)yes) | (~where & (mask)no)); }
INLINE vector absolute(vector x) { return (vector)((mask)x & INT64_MAX); }
#if defined __AVX__ && LANES == 4
INLINE vector truncated(vector x) { return _mm256_round_pd(x, _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC); }
#else
INLINE vector truncated(vector x) {
  for (int lane = 0; lane < LANES; lane++) x[lane] = __builtin_trunc(x[lane]);
  return x;
}
#endif

/* As in kernel.as.ts. */
static mask rare;

INLINE vector exp_all(vector x, vector size, vector half) {
  vector k = truncated(1.4426950408889634 * x + half);
  k = (vector)((mask)k & (size >= 0.3465735912322998));
  vector high = x - k * 0.6931471803691238;
  vector low = k * 1.9082149292705877e-10;
  vector r = high - low;
  vector t = r * r;
  vector sum = -1.6533902205465252e-6 + t * 4.1381367970572385e-8;
  sum = 6.613756321437934e-5 + t * sum;
  sum = -0.0027777777777015593 + t * sum;
  sum = 0.16666666666666602 + t * sum;
  vector c = r - t * sum;
  vector y = 1.0 - (low - r * c / (2.0 - c) - high);
  vector scaled = (vector)((mask)y + ((mask)(k + 6755399441055744.0) << 52));
  return pick(size < 3.725290298461914e-9, 1.0 + x, scaled);
}

INLINE vector tanh_all(vector x) {
  vector size = absolute(x);
  vector twice = size + size;
  twice = pick(twice > 44.0, ALL(44.0), twice);
  rare |= twice == 1.0;
  vector value = 1.0 - 2.0 / (exp_all(twice, twice, ALL(0.5)) + 1.0);
  return (vector)((mask)value ^ ((x < 0.0) & INT64_MIN));
}

/* xoshiro128** from splitmix32, as in rng.ts. */
typedef struct { uint32_t a, b, c, d; } Rng;

static uint32_t splitmix(uint32_t *counter) {
  uint32_t t = *counter += 0x9e3779b9u;
  t = (t ^ t >> 16) * 0x21f0aaadu;
  t = (t ^ t >> 15) * 0x735a2d97u;
  return t ^ t >> 15;
}

static Rng seeded(uint32_t seed) {
  uint32_t a = splitmix(&seed), b = splitmix(&seed), c = splitmix(&seed), d = splitmix(&seed);
  return (Rng){a, b, c, d};
}

INLINE uint32_t rotated(uint32_t x, int bits) { return x << bits | x >> (32 - bits); }

INLINE uint32_t next(Rng *rng) {
  uint32_t result = rotated(rng->b * 5, 7) * 9, shifted = rng->b << 9;
  rng->c ^= rng->a;
  rng->d ^= rng->b;
  rng->b ^= rng->c;
  rng->a ^= rng->d;
  rng->c ^= shifted;
  rng->d = rotated(rng->d, 11);
  return result;
}

INLINE uint32_t below(Rng *rng, uint32_t n) {
  uint32_t draw = next(rng);
  while (draw >= -n && draw >= (uint64_t)(1ull << 32) - (1ull << 32) % n) draw = next(rng);
  return draw % n;
}

static double inputs[MOST_ROWS][2], labels[MOST_ROWS];
static vector w10[VECTORS], w11[VECTORS], b1[VECTORS], w2[VECTORS];
static vector g10[VECTORS], g11[VECTORS], gb1[VECTORS], g2[VECTORS];
static double b2;
static double x0s[MOST_ROWS], x1s[MOST_ROWS];
static vector ys[MOST_ROWS / LANES], dzs[MOST_ROWS / LANES];
static vector hidden[MOST_ROWS][VECTORS];

INLINE void forward(const int32_t *order, int rows, int width) {
  for (int row = 0; row < rows; row++) {
    double x0 = inputs[order[row]][0], x1 = inputs[order[row]][1];
    x0s[row] = x0;
    x1s[row] = x1;
    ((double *)ys)[row] = labels[order[row]];
    for (int j = 0; j < width; j++) hidden[row][j] = tanh_all(w10[j] * x0 + w11[j] * x1 + b1[j]);
  }
}

INLINE void outputs(int rows, int width) {
  for (int row = 0; row < rows; row += LANES) {
    vector z = ALL(b2);
#if LANES == 4
    for (int j = 0; j < width; j++) {
      vector a = w2[j] * hidden[row][j], b = w2[j] * hidden[row + 1][j];
      vector c = w2[j] * hidden[row + 2][j], d = w2[j] * hidden[row + 3][j];
      vector ab = __builtin_shuffle(a, b, (mask){0, 4, 2, 6}), cd = __builtin_shuffle(c, d, (mask){0, 4, 2, 6});
      vector AB = __builtin_shuffle(a, b, (mask){1, 5, 3, 7}), CD = __builtin_shuffle(c, d, (mask){1, 5, 3, 7});
      z += __builtin_shuffle(ab, cd, (mask){0, 1, 4, 5});
      z += __builtin_shuffle(AB, CD, (mask){0, 1, 4, 5});
      z += __builtin_shuffle(ab, cd, (mask){2, 3, 6, 7});
      z += __builtin_shuffle(AB, CD, (mask){2, 3, 6, 7});
    }
#else
    for (int j = 0; j < width; j++) z += w2[j] * hidden[row][j];
#endif
    vector size = absolute(z);
    rare |= size > 700.0;
    vector q = exp_all(-size, size, ALL(-0.5));
    dzs[row / LANES] = pick(z >= 0.0, ALL(1.0), q) / (1.0 + q) - ys[row / LANES];
  }
}

INLINE void backward(int rows, int width) {
  const double *dz = (const double *)dzs;
  for (int j = 0; j < width; j++) {
    vector sum0 = ALL(0), sum1 = ALL(0), sumB = ALL(0), sum2 = ALL(0);
    for (int row = 0; row < rows; row++) {
      vector h = hidden[row][j];
      vector da = dz[row] * w2[j] * (1.0 - h * h);
      sum2 += dz[row] * h;
      sum0 += da * x0s[row];
      sum1 += da * x1s[row];
      sumB += da;
    }
    g10[j] = sum0;
    g11[j] = sum1;
    gb1[j] = sumB;
    g2[j] = sum2;
  }
}

/* The same row by row, as kernel-float64.ts goes: the program that one would write first. */
INLINE double row_by_row(const int32_t *order, int rows, int width) {
  double total = 0;
  for (int j = 0; j < width; j++) g10[j] = g11[j] = gb1[j] = g2[j] = ALL(0);
  for (int row = 0; row < rows; row++) {
    double x0 = inputs[order[row]][0], x1 = inputs[order[row]][1], z = b2;
    vector h[VECTORS];
    for (int j = 0; j < width; j++) {
      h[j] = tanh_all(w10[j] * x0 + w11[j] * x1 + b1[j]);
      vector product = w2[j] * h[j];
      for (int lane = 0; lane < LANES; lane++) z += product[lane];
    }
    vector size = ALL(fabs(z));
    rare |= size > 700.0;
    double q = exp_all(-size, size, ALL(-0.5))[0];
    double dz = (z >= 0 ? 1 : q) / (1 + q) - labels[order[row]];
    total += dz;
    for (int j = 0; j < width; j++) {
      vector da = dz * w2[j] * (1.0 - h[j] * h[j]);
      g2[j] += dz * h[j];
      g10[j] += da * x0;
      g11[j] += da * x1;
      gb1[j] += da;
    }
  }
  return total;
}

static int in_passes = 1;

INLINE void move(vector *weights, const vector *gradient, int width, double step, double decay) {
  for (int j = 0; j < width; j++) {
    vector by = step * gradient[j];
    if (decay != 0) by += decay * weights[j];
    weights[j] -= by;
  }
}

INLINE void epoch(const int32_t *order, int rows, int width, int batch, double rate, double decay) {
  for (int start = 0; start < rows; start += batch) {
    int count = rows - start < batch ? rows - start : batch;
    double step = rate / count, sum = 0;
    if (in_passes) {
      forward(order + start, count, width);
      outputs(count, width);
      backward(count, width);
      for (int row = 0; row < count; row++) sum += ((double *)dzs)[row];
    } else {
      sum = row_by_row(order + start, count, width);
    }
    move(w10, g10, width, step, decay);
    move(w11, g11, width, step, decay);
    move(b1, gb1, width, step, 0);
    move(w2, g2, width, step, decay);
    b2 -= step * sum;
  }
}

static double uniform(Rng *rng, double limit) { return (next(rng) / 4294967296.0 * 2 - 1) * limit; }

static void run(uint32_t seed, int rows, int units, int epochs, int batch, double rate, double l2) {
  int width = (units + LANES - 1) / LANES;
  memset(w10, 0, sizeof w10);
  memset(w11, 0, sizeof w11);
  memset(b1, 0, sizeof b1);
  memset(w2, 0, sizeof w2);
  b2 = 0;
  Rng init = seeded(seed ^ 0x494e4954u), shuffle = seeded(seed ^ 0x53485546u);
  double limit = sqrt(6.0 / (2 + units));
  for (int j = 0; j < units; j++) {
    ((double *)w10)[j] = uniform(&init, limit);
    ((double *)w11)[j] = uniform(&init, limit);
  }
  limit = sqrt(6.0 / (units + 1));
  for (int j = 0; j < units; j++) ((double *)w2)[j] = uniform(&init, limit);

  static int32_t order[MOST_ROWS];
  for (int i = 0; i < rows; i++) order[i] = i;
  for (int done = 0; done < epochs; done++) {
    for (int i = rows - 1; i > 0; i--) {
      int j = below(&shuffle, i + 1);
      int32_t value = order[i];
      order[i] = order[j];
      order[j] = value;
    }
    epoch(order, rows, width, batch, rate, rate * l2);
  }
}

int main(int arguments, char **words) {
  in_passes = !(arguments > 1 && strcmp(words[1], "rows") == 0);
  int units, epochs, batch, runs, warm, rows;
  double rate, l2;
  if (scanf("%d %d %d %lf %lf %d %d %d", &units, &epochs, &batch, &rate, &l2, &runs, &warm, &rows) != 8) return 1;
  for (int i = 0; i < rows; i++)
    if (scanf("%lf %lf %lf", &inputs[i][0], &inputs[i][1], &labels[i]) != 3) return 1;
  for (int i = -warm; i < runs; i++) {
    struct timespec before, after;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
    run(1, rows, units, epochs, batch, rate, l2);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
    if (i >= 0) printf("%.6f\n", (after.tv_sec - before.tv_sec) * 1e3 + (after.tv_nsec - before.tv_nsec) / 1e6);
  }
  for (int i = 0; i < LANES; i++)
    if (rare[i]) fprintf(stderr, "something rare was met: the bits may differ\n");
  for (int j = 0; j < units; j++) printf("%a\n%a\n", ((double *)w10)[j], ((double *)w11)[j]);
  for (int j = 0; j < units; j++) printf("%a\n", ((double *)b1)[j]);
  for (int j = 0; j < units; j++) printf("%a\n", ((double *)w2)[j]);
  printf("%a\n", b2);
  return 0;
}
