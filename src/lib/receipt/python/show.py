# ==== What you see of a run =================================================================================


def show_epoch(epoch, epochs):
    """Says how far the training is: to the page after each epoch, to you after each twentieth."""
    tell_page("progress", {"epoch": epoch, "epochs": epochs})
    if epoch % 20 == 0:
        print("epoch %d of %d" % (epoch, epochs))


def show(run, params):
    """Prints what a run gave. The page gets the run itself, and works out everything that it draws."""
    results = evaluate_model(run)
    print("accuracy     %(correct)d of %(total)d" % results["accuracy"])
    print("weights      " + results["digest"])
    print("predictions  " + results["predictionsDigest"])
    tell_page("run", {
        "features": params["data"]["features"],
        "scales": run.scales,
        "weights": "".join(["%02x" % byte for byte in struct.pack("<%dd" % len(run.weights), *run.weights)]),
        "ids": [id for _, _, id in run.test],
        "labels": [label for _, label, _ in run.test],
        "predictions": predict(run.weights, run.test, run.numbers),
    })


def tell_page(kind, what):
    """Tells something to the page that runs this program. Anywhere else there is no page, and nothing happens."""
    if "PAGE" in globals():
        print(PAGE + kind + " " + json.dumps(what))
