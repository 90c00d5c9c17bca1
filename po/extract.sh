#!/usr/bin/env bash
# Writes the template of all texts that are translated: po/extract.sh FILE. po/README.md says what for.
set -euo pipefail
cd "$(dirname "$0")/.."
find src -name '*.cpp' -o -name '*.h' | LC_ALL=C sort |
  xgettext --files-from=- --output="$1" --language=C++ --from-code=UTF-8 --package-name=Kinescript \
    --keyword --keyword=tr --keyword=trf --keyword=trn:1,2 --keyword=to_translate \
    --add-location=file --no-wrap
# The day of writing says nothing and would change each time.
sed -i -e 's/^"POT-Creation-Date: .*$/"POT-Creation-Date: \\n"/' \
  -e 's/^"Content-Type: .*$/"Content-Type: text\/plain; charset=UTF-8\\n"/' "$1"
