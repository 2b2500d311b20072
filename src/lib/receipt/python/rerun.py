import json

params = json.loads(MANIFEST)
try:
    show(train_model(DATA, params, show_epoch), params)
except NoResult:
    tell_page("no-result", None)
