#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads plans with the published schema and somebody else's validator.

    python3 tests/schema_reading.py SCHEMA.json PLANS.jsonl

One line each: yes or no. plan_schema_test compares it with what the product reads.
"""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
with open(sys.argv[2], encoding="utf-8") as plans:
    for line in plans:
        print("yes" if validator.is_valid(json.loads(line)) else "no")
