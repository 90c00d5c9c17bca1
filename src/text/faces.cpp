// SPDX-License-Identifier: MIT
#include "text/faces.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "base/translate.h"

namespace fs = std::filesystem;

namespace kinescript {
namespace {

// Symbols first: they are what a handout in any language may need. Then the scripts that have a
// sister with TrueType outlines. (The Chinese, Japanese and Korean Noto fonts have PostScript
// outlines and cannot be taken.)
constexpr const char* kSisters[] = {"NotoSansSymbols2",
                                    "NotoSansSymbols",
                                    "NotoSansMath",
                                    "NotoSansArabic",
                                    "NotoSansHebrew",
                                    "NotoSansDevanagari",
                                    "NotoSansBengali",
                                    "NotoSansGujarati",
                                    "NotoSansGurmukhi",
                                    "NotoSansOriya",
                                    "NotoSansTamil",
                                    "NotoSansTelugu",
                                    "NotoSansKannada",
                                    "NotoSansMalayalam",
                                    "NotoSansSinhala",
                                    "NotoSansThai",
                                    "NotoSansLao",
                                    "NotoSansKhmer",
                                    "NotoSansMyanmar",
                                    "NotoSansGeorgian",
                                    "NotoSansArmenian",
                                    "NotoSansEthiopic",
                                    "NotoSansMongolian",
                                    "NotoSerifTibetan",
                                    "NotoSansThaana",
                                    "NotoSansSyriac",
                                    "NotoSansTifinagh",
                                    "NotoSansCherokee",
                                    "NotoSansCanadianAboriginal"};

// The folders and their direct subfolders, in an order that does not depend on the file system.
std::vector<fs::path> places(const std::vector<fs::path>& folders) {
  std::vector<fs::path> all;
  for (const fs::path& folder : folders) {
    all.push_back(folder);
    std::vector<fs::path> below;
    std::error_code ignored;
    for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored))
      if (entry->is_directory(ignored)) below.push_back(entry->path());
    std::sort(below.begin(), below.end());
    all.insert(all.end(), below.begin(), below.end());
  }
  return all;
}

std::optional<fs::path> find(const std::vector<fs::path>& places, const std::string& name) {
  std::error_code ignored;
  for (const fs::path& place : places)
    if (fs::exists(place / name, ignored)) return place / name;
  return std::nullopt;
}

void require_letters(const Face& face) {
  for (char32_t c = 0x20; c < 0x7F; ++c)
    if (!face.has(c))
      throw Error(ErrorKind::invalid, face.name(),
                  "This font lacks letters of the alphabet and cannot set text. Install the "
                  "package fonts-noto-core.");
  if (!face.has(0xFFFD))
    throw Error(ErrorKind::invalid, face.name(),
                "This font lacks the sign for letters that cannot be shown. Install the package "
                "fonts-noto-core.");
}

}  // namespace

FontPaths noto_sans_paths(const std::vector<fs::path>& folders) {
  const auto all = places(folders);
  const auto regular = find(all, "NotoSans-Regular.ttf"), bold = find(all, "NotoSans-Bold.ttf");
  if (!regular || !bold)
    throw Error(ErrorKind::not_found, "",
                tr("The font Noto Sans is not installed, so no page can be set. Install the package "
                   "fonts-noto-core."));
  FontPaths paths{{*regular}, {*bold}};
  for (const std::string sister : kSisters) {
    const auto plain = find(all, sister + "-Regular.ttf"), heavy = find(all, sister + "-Bold.ttf");
    if (!plain) continue;
    paths.regular.push_back(*plain);
    paths.bold.push_back(heavy ? *heavy : *plain);
  }
  return paths;
}

Faces Faces::load(const FontPaths& paths) {
  if (paths.regular.empty() || paths.bold.empty())
    throw Error(ErrorKind::invalid, "",
                "A regular and a bold font are needed. Install the package fonts-noto-core.");
  Faces faces;
  const auto take = [&](const std::vector<fs::path>& files, Weight weight) {
    for (const fs::path& file : files) {
      const auto known = std::find(faces.files_.begin(), faces.files_.end(), file);
      faces.order_[static_cast<int>(weight)].push_back(
          static_cast<int>(known - faces.files_.begin()));
      if (known == faces.files_.end()) faces.files_.push_back(file);
    }
  };
  take(paths.regular, Weight::regular);
  take(paths.bold, Weight::bold);
  faces.open_.resize(faces.files_.size());
  for (const Weight weight : {Weight::regular, Weight::bold})
    require_letters(faces.face(faces.order(weight).front()));
  return faces;
}

const Face& Faces::face(int index) const {
  auto& place = open_[static_cast<std::size_t>(index)];
  if (!place) place = std::make_unique<Face>(Face::open(files_[static_cast<std::size_t>(index)]));
  return *place;
}

LineMetrics Faces::metrics(Weight weight, double size) const {
  const Face& main = face(order(weight).front());
  const double k = size / main.units_per_em();
  const FaceMetrics& m = main.metrics();
  return {m.ascent * k, -m.descent * k, m.cap_height * k, m.x_height * k};
}

}  // namespace kinescript
