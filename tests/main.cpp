// SPDX-License-Identifier: MIT
// The core's test program: one Boost.Test suite a file, named like the file (figure_test.cpp -> figure_test).
#define BOOST_TEST_MODULE kinescript_core
#include <boost/test/unit_test.hpp>
