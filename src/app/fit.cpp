// SPDX-License-Identifier: MIT
#include "app/fit.h"

#include "base/error.h"
#include "layout/layout.h"

namespace kinescript {
namespace {

constexpr double kUsualLarge = 18, kLeastLarge = 16;

// From the roomiest to the tightest.
std::vector<PrintOptions> candidates(const Dossier& dossier, PrintOptions options) {
  std::vector<PrintOptions> all;
  const std::string layout = layout_of(dossier, options);
  options.fit.reset();
  options.diary_weeks = 0;
  options.layout = layout;
  if (layout == "large") {
    for (double size = options.size.value_or(kUsualLarge); size >= kLeastLarge; size -= 1) {
      options.size = size;
      all.push_back(options);
    }
    return all;
  }
  all.push_back(options);
  options.layout = "compact";
  options.size.reset();
  if (layout != "compact") all.push_back(options);
  return all;
}

// None where the layout itself holds fewer than it takes.
std::optional<int> page_count(const Workspace& workspace, const Dossier& dossier,
                              const PrintOptions& options) {
  try {
    return static_cast<int>(pages_of(workspace, dossier, options).pages.size());
  } catch (const TooManyPages&) {
    return {};
  }
}

std::string counted(int n, const std::string& thing) {
  return std::to_string(n) + " " + thing + (n == 1 ? "" : "s");
}

// How many of the plan's first exercises fit.
int exercises_that_fit(const Workspace& workspace, Dossier dossier, const PrintOptions& options,
                       int pages) {
  const auto fits = [&] {
    const std::optional<int> needed = page_count(workspace, dossier, options);
    return needed && *needed <= pages;
  };
  while (!dossier.plan.items.empty() && !fits()) dossier.plan.items.pop_back();
  return static_cast<int>(dossier.plan.items.size());
}

}  // namespace

PrintOptions fitted(const Workspace& workspace, const Dossier& dossier, PrintOptions options) {
  const int pages = *options.fit;
  const std::optional<int> diary_weeks = options.diary_weeks;
  const std::vector<PrintOptions> tries = candidates(dossier, options);
  std::optional<int> fewest;
  for (PrintOptions each : tries) {
    const std::optional<int> needed = page_count(workspace, dossier, each);
    each.diary_weeks = diary_weeks;
    if (!needed) continue;
    if (*needed <= pages) return each;
    if (!fewest || *needed < *fewest) fewest = needed;
  }
  const int fit = exercises_that_fit(workspace, dossier, tries.back(), pages);  // the tightest
  const std::string least =
      fewest ? ": it takes " + counted(*fewest, "page") + " at the least. " : ". ";
  const std::string what =
      "It does not fit on " + counted(pages, "page") + " in letters that can be read" + least;
  throw Error(ErrorKind::invalid, "",
              what + (fit > 0 ? "The first " + counted(fit, "exercise") + " would fit."
                              : "The safety boxes alone need more. Allow more pages."));
}

}  // namespace kinescript
