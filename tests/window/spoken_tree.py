#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What a screen reader finds of a program: a line "role<TAB>name<TAB>states" for every accessible that is on the
screen, asked for over the bus as Orca asks. States are the few that the test reads: focusable, focused.

  spoken_tree.py PROCESS-ID
"""
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

TOLD = {"focusable": Atspi.StateType.FOCUSABLE, "focused": Atspi.StateType.FOCUSED}


def walk(node):
    states = node.get_state_set()
    if node.get_role() != Atspi.Role.APPLICATION and not states.contains(Atspi.StateType.SHOWING):
        return
    told = [name for name, state in TOLD.items() if states.contains(state)]
    print(node.get_role_name(), node.get_name().replace("\n", " "), ",".join(told), sep="\t")
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child:
            walk(child)


desktop = Atspi.get_desktop(0)
found = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
found = [program for program in found if program and program.get_process_id() == int(sys.argv[1])]
if not found:
    sys.exit("The program is not on the bus.")
walk(found[0])
