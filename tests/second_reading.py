#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A second reading of the rule files, without a line of the product's code.

    python3 tests/second_reading.py db > reading.txt

Prints what fires for every exercise, side, precaution, recorded side, recorded detail and week, one
line each, only where something fires; then how many combinations were looked at. safety_reading_test
prints the same from the product and compares. Written from the clinical README alone ("How to
evaluate one item and one precaution", "Sides"). Standard library only.
"""
import itertools
import pathlib
import re
import sys
import tomllib

FAR = 300  # weeks: outside every window that ends


class Condition:
    def __init__(self, text):
        self.terms = []
        for piece in filter(None, (p.strip() for p in text.split(";"))):
            field, sign, value = re.fullmatch(r"(\w+)\s*(!=|>=|<|=)\s*(.*)", piece).groups()
            self.terms.append((field, sign, value.split("|")))

    def fields_that_list_unknown(self):
        return {field for field, _, values in self.terms if "unknown" in values}

    def holds(self, week, values, support, asked):
        """(True or False, the unrecorded detail on which it hangs or "")."""
        hangs_on = ""
        for field, sign, wanted in self.terms:
            if field == "weeks":
                limit = int(wanted[0])
                good = week < limit if sign == "<" else week >= limit
            elif field == "support":
                good = (support in wanted) == (sign == "=")
            elif values.get(field):
                good = (values[field] in wanted) == (sign == "=")
            elif field in asked:
                good = ("unknown" in wanted) == (sign == "=")
            else:
                good = True
                hangs_on = hangs_on or field
            if not good:
                return False, ""
        return True, hangs_on

    def bounds(self):
        return {int(values[0]) for field, _, values in self.terms if field == "weeks"}


class Rule:
    def __init__(self, table, code, limb):
        self.code, self.level = code, table["level"]
        self.precaution, self.limb = table["precaution"], limb
        self.from_week, self.to_week = table.get("from_week", 0), table.get("to_week")
        self.until_cleared = table.get("until_cleared", False)
        self.condition = Condition(table.get("condition", ""))

    def bounds(self):
        bounds = self.condition.bounds() | {self.from_week}
        return bounds | ({self.to_week} if self.to_week is not None else set())


def numbered(tables, owner, limb_of):
    """Rules with their codes: OWNER/PRECAUTION, numbered where there are several."""
    count = {}
    for table in tables:
        count[table["precaution"]] = count.get(table["precaution"], 0) + 1
    seen, rules = {}, []
    for table in tables:
        code = f"{owner}/{table['precaution']}"
        if count[table["precaution"]] > 1:
            seen[table["precaution"]] = seen.get(table["precaution"], 0) + 1
            code += f"/{seen[table['precaution']]}"
        rules.append(Rule(table, code, limb_of(table)))
    return rules


class Exercise:
    def __init__(self, table):
        self.id = table["id"]
        self.side_mode = table.get("side_mode", "none")
        self.side_means = table.get("side_means", "none")
        self.support = table.get("support", "none")
        self.tags = table["tags"]
        self.rules = numbered(table.get("rule", []), self.id, lambda t: t.get("limb", "none"))

    def sides(self):
        if self.side_mode == "none":
            return ["none"]
        if self.side_mode == "left_right_choice":
            return ["left", "right"]
        return ["both", "left", "right"]


class Precaution:
    def __init__(self, table):
        self.code = table["code"]
        self.sided = table.get("sided", False) and not table.get("both_sides", False)
        self.dated = table.get("dated", "none")
        self.assumed, self.choices = {}, []
        for detail in table.get("details", []):
            name, kind = (part.strip() for part in detail.split("=", 1))
            if "|" not in kind:
                continue
            for choice in (c.strip() for c in kind.split("|")):
                if choice.endswith("*"):
                    self.assumed[name] = choice[:-1]
                self.choices.append((name, choice.rstrip("*")))


def read(folder):
    precautions = [Precaution(t) for t in load(folder / "precautions.toml")["precaution"]]
    tags = {}
    for table in load(folder / "tags.toml")["tag"]:
        rules = numbered(table.get("rule", []), "tag:" + table["name"],
                         lambda _, t=table: t.get("limb", "none"))
        tags[table["name"]] = [] if table.get("neutral", False) else rules
    exercises = []
    for path in sorted((folder / "catalog").rglob("*.toml")):
        base = load(path)
        exercises += [Exercise(t) for t in [base] + base.get("variant", [])]
    return exercises, precautions, tags


def load(path):
    with open(path, "rb") as file:
        return tomllib.load(file)


def other(side):
    return "left" if side == "right" else "right"


def loaded_side(limb, means, side):
    if limb == "moving":
        return other(side) if means in ("stance_leg", "lower_side") else side
    if limb == "supporting":
        return side if means == "stance_leg" else other(side)
    if limb == "underneath":
        return side if means == "lower_side" else other(side)
    return "either"


def dropped(rule, exercise, item_side, precaution, recorded_side):
    if not precaution.sided or recorded_side not in ("left", "right"):
        return False
    if item_side not in ("left", "right"):
        return False
    if exercise.side_mode in ("none", "alternating"):
        return False
    if exercise.side_means in ("turn_direction", "none"):
        return False
    return loaded_side(rule.limb, exercise.side_means, item_side) not in ("either", recorded_side)


def groups_of(exercise, precaution, tags):
    """Explicit rules as one group, else those of each tag: a group shares its "unknown" rows."""
    own = [r for r in exercise.rules if r.precaution == precaution.code]
    if own:
        return [own]
    return [[r for r in tags[tag] if r.precaution == precaution.code] for tag in exercise.tags]


def fired(exercise, item_side, precaution, recorded_side, values, week, late, tags):
    cleared = values.get("cleared") == "yes"
    rows = []
    for group in groups_of(exercise, precaution, tags):
        asked = set().union(*(r.condition.fields_that_list_unknown() for r in group))
        rows += [(rule, asked) for rule in group
                 if not dropped(rule, exercise, item_side, precaution, recorded_side)]
    if cleared:  # counts as having reached to_week
        reached = [r.to_week for g in groups_of(exercise, precaution, tags) for r in g
                   if r.until_cleared and r.to_week is not None]
        week = max([week] + reached)
    found = []
    for rule, asked in rows:
        good, hangs_on = rule.condition.holds(week, values, exercise.support, asked)
        if not good or (rule.until_cleared and cleared) or week < rule.from_week:
            continue
        if rule.to_week is not None and week >= rule.to_week:
            recorded_inside = not late
            if not rule.until_cleared or not recorded_inside:
                continue
        found.append(f"{rule.level} {rule.code}" + (f" ?{hangs_on}" if hangs_on else ""))
    return found


def weeks_for(precaution, exercises, tags):
    """None, then inside and outside each window of the precaution's rules."""
    if precaution.dated == "none":
        return [None]
    bounds = {0}
    for rule in itertools.chain(*(e.rules for e in exercises), *tags.values()):
        if rule.precaution == precaution.code:
            bounds |= rule.bounds()
    if precaution.dated == "due":
        return [None] + sorted(w for b in bounds for w in {b - 1, b} if 0 <= w <= 40)
    return [None] + sorted({w for b in bounds for w in (b - 1, b) if w >= 0} | {FAR})


def main(folder):
    exercises, precautions, tags = read(pathlib.Path(folder))
    combinations = 0
    for precaution in precautions:
        recorded_sides = ["none", "left", "right", "both"] if precaution.sided else ["none"]
        for week in weeks_for(precaution, exercises, tags):
            for late in ((False, True) if week is not None else (False,)):
                for choice in [None] + precaution.choices:
                    values = dict(precaution.assumed)
                    if choice and choice[1] != "unknown":
                        values[choice[0]] = choice[1]
                    name = "=".join(choice) if choice else "-"
                    for recorded_side in recorded_sides:
                        for exercise in exercises:
                            for side in exercise.sides():
                                combinations += 1
                                found = fired(exercise, side, precaution, recorded_side, values,
                                              week or 0, late, tags)
                                if found:
                                    print(precaution.code, "none" if week is None else week,
                                          "late" if late else "early", name, recorded_side,
                                          exercise.id, side + ":", "; ".join(found))
    print(combinations, "combinations")


if __name__ == "__main__":
    main(sys.argv[1])
