# The lesson's first run. Change what you like, and run it.

params = {
    "code": {
        "hiddenUnits": 8,
        "epochs": 100,
        "batchSize": 16,
        "learningRate": 0.3,
        "l2": 0,
        "checkpoint": "last",
    },
    "data": {
        "features": ["bill_length_mm", "body_mass_g"],
        "splitSeed": 42,
        "testSize": 100,
        "edits": [],
    },
    "environment": {
        "seed": 1,
        "rng": "xoshiro128**",
        "precision": "float64",
        "gradientChunks": 1,
        "ddof": 0,
        "math": "portable",
    },
}

run = train_model(DATA, params, show_epoch)
show(run, params)
