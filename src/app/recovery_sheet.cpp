// SPDX-License-Identifier: MIT
#include "app/recovery_sheet.h"

#include "base/translate.h"
#include "layout/pages.h"
#include "text/measure.h"

namespace kinescript {
namespace {

constexpr double kMargin = 56;  // points, as everything here
constexpr double kTitle = 22, kBody = 12, kKey = 26;
constexpr double kLine = 1.5;  // of the letters' size
constexpr std::size_t kFourGroups = 4 * 6;

class Sheet {
 public:
  explicit Sheet(const Faces& faces) : faces_(faces) {}
  void line(const std::string& text, double size, Weight weight, Role role = Role::paragraph) {
    y_ += kLine * size;
    Drawing line;
    for (GlyphRun& run :
         shape_line(faces_, weight, size, Colour::black(), {kMargin, y_}, text, "en"))
      line.push_back(std::move(run));
    page_.push_back(group(std::move(line), {}, {role}));
  }
  void gap(double size) { y_ += size; }
  Drawing take() { return std::move(page_); }

 private:
  const Faces& faces_;
  Drawing page_;
  double y_ = kMargin;
};

}  // namespace

std::string recovery_sheet(const Workspace& workspace, const Clinic& clinic,
                           const std::string& recovery_key) {
  Sheet sheet(workspace.faces());
  sheet.line(tr("Recovery key"), kTitle, Weight::bold, Role::heading1);
  if (!clinic.name.empty()) sheet.line(clinic.name, kBody, Weight::regular);
  sheet.line(trf("Made on {}.", iso(workspace.clock().today)), kBody, Weight::regular);
  sheet.gap(kTitle);
  sheet.line(recovery_key.substr(0, kFourGroups - 1), kKey, Weight::bold);
  sheet.line(recovery_key.substr(kFourGroups), kKey, Weight::bold);
  sheet.gap(kTitle);
  for (const char* text :
       {to_translate("With this key a clinician who forgot the passphrase sets a new one:"),
        "kinescript-cli clinician recover LOGIN", "",
        to_translate("Whoever has this sheet and the clinic file can read every patient's record."),
        to_translate("Keep it locked away, and not beside the computer."),
        to_translate("Do not keep this file: print it and delete it."),
        to_translate("A newer recovery key makes this one useless."), "",
        to_translate("There are no letters I, L, O and U in it: read 1 and 0.")})
    if (*text)
      sheet.line(tr(text), kBody, Weight::regular);
    else
      sheet.gap(kBody);
  Pages pages;
  pages.title = tr("Recovery key");
  pages.language = text_language();
  const bool letter = clinic.paper == "letter";
  pages.pages.push_back({letter ? 612 : 595.28, letter ? 792 : 841.89, sheet.take()});
  return workspace.pdf_writer().write(pages);
}

}  // namespace kinescript
